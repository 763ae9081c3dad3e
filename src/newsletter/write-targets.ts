import type { ManifestFile } from '../files/manifest.ts'
import { type OutFile, writeEmail } from '../files/write-email.ts'
import type { Settings } from '../settings.ts'
import type { RenderedEmails } from './render-targets.ts'

/**
 * Writes an issue's folder: its web copy, and the email, which has a folder of its own for each target where there are
 * several.
 * @param out the out folder, absolute
 * @param drawn the emails, and the whole message for each; nothing for one without a sender
 * @returns what was written, paths relative to the out folder
 * @throws {NodeJS.ErrnoException} of the first file that cannot be written
 */
export async function writeTargets(
  out: string,
  { emails, web, emls = [] }: RenderedEmails & { emls?: (Uint8Array | null)[] },
  settings: Settings,
): Promise<ManifestFile[]> {
  const [first] = emails
  const { slug } = first.issue.matter
  const hasSeveral = emails.length > 1
  // The web copy's pictures lie beside it, where those of the only email would.
  const pictures = hasSeveral ? first.images : []
  const besides: OutFile[] = [
    ...(web === undefined ? [] : [{ path: `${slug}/index.html`, bytes: Buffer.from(web) }]),
    ...first.pages.map(({ path, html }) => ({ path, bytes: Buffer.from(html) })),
    ...pictures.map(({ output, bytes }) => ({ path: `${slug}/${output}`, bytes })),
  ]
  const written: ManifestFile[] = []
  for (const [index, rendered] of emails.entries()) {
    const { target } = rendered
    const folder = hasSeveral ? `${slug}/${target}` : slug
    const options = { folder, eml: emls[index] ?? null, besides: index === 0 ? besides : [] }
    written.push(...(await writeEmail(out, rendered, { ...settings, target }, options)))
  }
  return written
}
