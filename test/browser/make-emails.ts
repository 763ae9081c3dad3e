import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { createArchive } from '../../src/blocks/archive.ts'
import { readImage } from '../../src/files/read-image.ts'
import { loadNewsletter, type Newsletter } from '../../src/newsletter/load-newsletter.ts'
import { render } from '../../src/render/render.ts'
import type { Email, Matter } from '../../src/types.ts'

/** An email as a build writes it, with what it was made of. */
export interface MadeEmail extends Email {
  /** `sample/2024-11-28-sora`, `kitchen sink/letter/arabic`. */
  name: string
  /** The written `email.html`; its pictures are beside it. */
  path: string
  /** The issue's text without its front matter. */
  markdown: string
  matter: Matter
}

const root = join(import.meta.dirname, '..', '..')
export const kitchenSink = join(import.meta.dirname, 'newsletter')
export const templates = ['default', 'letter', 'digest', 'brand']

let made: Promise<MadeEmail[]> | undefined

/**
 * Every email that the tests in the browser look at: the sample, and every kitchen sink in every template. They are
 * rendered once for all test files of a worker, and go with the run's temporary folder.
 */
export function makeEmails(): Promise<MadeEmail[]> {
  made ??= renderEmails(mkdtempSync(join(tmpdir(), 'issuepress-emails-')))
  return made
}

async function renderEmails(out: string): Promise<MadeEmail[]> {
  const emails = await makeNewsletter(root, 'sample', out)
  for (const template of templates)
    emails.push(...(await makeNewsletter(kitchenSink, `kitchen sink/${template}`, out, template)))
  return emails
}

/** Every issue of a newsletter's folder. It is not held against the checks, which have tests of their own. */
export async function makeNewsletter(
  folder: string,
  name: string,
  out: string,
  template?: string,
): Promise<MadeEmail[]> {
  const newsletter = await openNewsletter(folder, template)
  const emails: MadeEmail[] = []
  for (const { file } of newsletter.issues) emails.push(await makeEmail(file, newsletter, folder, name, out))
  return emails
}

/** A newsletter's folder, read; its issues that name no template have the one that is given. */
export async function openNewsletter(folder: string, template?: string): Promise<Newsletter> {
  const newsletter = await loadNewsletter({ root: folder, config: undefined, target: undefined })
  if ('misconfigured' in newsletter) throw new Error(`${newsletter.misconfigured.messages.join('\n')}`)
  if (template === undefined) return newsletter
  return { ...newsletter, settings: { ...newsletter.settings, template } }
}

/** One issue, rendered and written with its pictures. */
export async function makeEmail(
  file: VFile,
  { settings, themes, slugs, archive }: Newsletter,
  folder: string,
  name: string,
  out: string,
): Promise<MadeEmail> {
  const { issue, email, images } = await render(file, {
    settings,
    themes,
    readImage: (path) => readImage(folder, path),
    readResults: (path) => readImage(folder, path),
    readFile: (path) => readImage(folder, path),
    slugOf: (path) => slugs.get(path),
    findArchived: createArchive(archive),
    checks: [],
  })
  if (file.messages.length > 0) throw new Error(file.messages.join('\n'))
  const emailFolder = join(out, name, issue.matter.slug)
  const files = {
    'email.html': email.html,
    ...Object.fromEntries(images.map(({ output, bytes }) => [output, bytes])),
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(emailFolder, path)), { recursive: true })
    writeFileSync(join(emailFolder, path), content)
  }
  return {
    ...email,
    name: `${name}/${issue.matter.slug}`,
    path: join(emailFolder, 'email.html'),
    markdown: String(file).replace(/^---\n[\s\S]*?\n---\n/, ''),
    matter: issue.matter,
  }
}

/** An issue that stands in no file. */
export function toFile(path: string, text: string): VFile {
  return new VFile({ path, value: text })
}
