import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { mergeMessages } from '../diagnostics/once.ts'
import { isWritten } from '../files/is-written.ts'
import { sha256 } from '../files/sha256.ts'
import type { ImageRead } from '../images/image-store.ts'
import type { Settings } from '../settings.ts'
import type { Theme } from '../theme/theme.ts'
import { type BuiltIssue, buildIssue, type IssueContext } from './build-issue.ts'
import { collectTemplateMessages } from './collect-template-messages.ts'
import type { IssueFile } from './load-newsletter.ts'

/** Issues as earlier builds of this process left them. */
export interface IssueMemory {
  /** Builds an issue, or recalls it with its messages when nothing that it was made of has changed. */
  build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue>
  /** Whether an issue asked for this picture, or for a poll's results, by its path relative to the newsletter's folder with `/`. */
  hasAsked(path: string): boolean
  /** Forgets the issues that are not among these paths any more. */
  keepOnly(paths: ReadonlySet<string>): void
  /** Forgets all; for changes that no file of the newsletter shows, such as in a module that the config imports. */
  clear(): void
}

type Reading = 'readImage' | 'readResults'

interface Remembered {
  /** A digest of the issue's file, its template and the settings. */
  key: string
  /** The pictures and the polls' results that were asked for: how, and a digest of what came. */
  assets: Map<string, { by: Reading; digest: string }>
  /** The other issues' slugs that were asked for. */
  slugs: Map<string, string | undefined>
  built: BuiltIssue
  /** On its own file, without those that were there before. */
  messages: VFileMessage[]
  /** On its template's files, by their path in the template. */
  flaws: Map<string, VFileMessage[]>
}

/** A memory that holds nothing yet. It holds one build of each issue at most. */
export function createIssueMemory(): IssueMemory {
  const remembered = new Map<string, Remembered>()
  const digests = new WeakMap<object, string>()

  function toDigest(owner: object, toText: () => string): string {
    const known = digests.get(owner) ?? createHash('sha256').update(toText()).digest('hex')
    digests.set(owner, known)
    return known
  }

  function toKey({ file, matter, readable }: IssueFile, { newsletter, out, strict }: IssueContext): string {
    const theme = newsletter.themes.get(matter.template)
    const parts = [
      String(file),
      readable,
      file.messages.map((message) => `${message.ruleId} ${message.reason}`),
      theme ? toDigest(theme, () => toThemeText(theme)) : null,
      toDigest(newsletter.settings, () => toSettingsText(newsletter.settings)),
      out,
      strict,
    ]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  }

  async function build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue> {
    const { file, matter } = issueFile
    const key = toKey(issueFile, context)
    const known = remembered.get(file.path)
    const theme = context.newsletter.themes.get(matter.template)
    if (known?.key === key && isFresh(known, context)) {
      recall(known, issueFile, theme)
      return known.built
    }
    const entry = await buildAndNote(issueFile, context, key, theme)
    // What could not be written or drawn may go well the next time, with nothing changed.
    const isDone = context.out === undefined || entry.built.files.length > 0 || !entry.built.passes
    if (isDone) remembered.set(file.path, entry)
    else remembered.delete(file.path)
    return entry.built
  }

  const hasAsked = (path: string) => [...remembered.values()].some(({ assets }) => assets.has(path))
  const keepOnly = (paths: ReadonlySet<string>) => {
    for (const path of remembered.keys()) if (!paths.has(path)) remembered.delete(path)
  }
  return { build, hasAsked, keepOnly, clear: () => remembered.clear() }
}

function toThemeText({ files }: Theme): string {
  return JSON.stringify([...files].map(([path, file]) => [path, String(file)]))
}

/** Plugins and checks of the user's own are told apart by their source. */
function toSettingsText(settings: Settings): string {
  return JSON.stringify(settings, (_, value) => (typeof value === 'function' ? String(value) : value))
}

function isFresh({ assets, slugs, built }: Remembered, context: IssueContext): boolean {
  return (
    [...assets].every(([path, { by, digest }]) => toReadDigest(context[by](path)) === digest) &&
    [...slugs].every(([path, slug]) => context.slugOf(path) === slug) &&
    built.files.every((file) => context.out !== undefined && isWritten(context.out, file))
  )
}

function toReadDigest(read: ImageRead): string {
  return 'bytes' in read ? sha256(read.bytes) : read.problem
}

function recall({ messages, flaws }: Remembered, { file }: IssueFile, theme: Theme | undefined): void {
  file.messages.push(...messages)
  for (const [path, own] of flaws) mergeMessages(theme?.files.get(path)?.messages ?? [], own)
}

/** Builds an issue and notes what it asked for and what was said of it. */
async function buildAndNote(
  issueFile: IssueFile,
  context: IssueContext,
  key: string,
  theme: Theme | undefined,
): Promise<Remembered> {
  const assets: Remembered['assets'] = new Map()
  const slugs: Remembered['slugs'] = new Map()
  const before = issueFile.file.messages.length
  const note = (by: Reading) => (path: string) => {
    const read = context[by](path)
    assets.set(path, { by, digest: toReadDigest(read) })
    return read
  }
  const noted: IssueContext = {
    ...context,
    readImage: note('readImage'),
    readResults: note('readResults'),
    slugOf(path) {
      const slug = context.slugOf(path)
      slugs.set(path, slug)
      return slug
    },
  }
  const { result: built, found: flaws } = await collectTemplateMessages(theme, context.newsletter, () =>
    buildIssue(issueFile, noted),
  )
  return { key, assets, slugs, built, messages: issueFile.file.messages.slice(before), flaws }
}
