import type { VFileMessage } from 'vfile-message'
import { mergeMessages } from '../diagnostics/once.ts'
import { sha256 } from '../files/sha256.ts'
import { isWritten } from '../files/write-files.ts'
import type { ImageRead } from '../images/image-store.ts'
import type { CreatedFile } from '../render/output-file.ts'
import type { RenderOptions } from '../render/render.ts'
import type { Theme } from '../theme/theme.ts'
import { type BuiltIssue, buildIssue, type FinishedIssue, type IssueContext } from './build-issue.ts'
import { startCollecting } from './collect-template-messages.ts'
import type { IssueFile } from './load-newsletter.ts'

/** How a build reads files of the newsletter. */
export type Reader = 'readImage' | 'readFile' | 'readResults'

/** What a build looked up: a file that it read, or issues of the archive. */
export type Lookup = Reader | 'findArchived'

/** One issue's build, with everything that it read and reported. */
export interface RecordedBuild {
  built: BuiltIssue
  /**
   * The pictures, the polls' results and other files that were read, by path: with which reader, and a digest of the content; and
   * what was looked up in the archive, by the query as JSON.
   */
  reads: Map<string, { by: Lookup; digest: string | undefined }>
  /** The other issues' slugs that were looked up, by path. */
  slugs: Map<string, string | undefined>
  /** All messages on the issue's file: the build can also remove those that were there before. */
  messages: VFileMessage[]
  /** The messages on its template's files that the build added, by their path in the template. */
  templateMessages: Map<string, VFileMessage[]>
  /** False for an issue that passes and could not be written: the next time it may be. */
  isDone: boolean
  /** Whether nothing threw; what has thrown, such as an overflow, can depend on more than what was read. */
  isComplete: boolean
  /** The files that were written, if they were asked for. */
  files?: readonly CreatedFile[]
}

/**
 * Builds an issue and records what it read and reported.
 * @param withFiles whether the record includes the bytes of the written files
 */
export async function recordBuild(
  issueFile: IssueFile,
  context: IssueContext,
  withFiles = false,
): Promise<RecordedBuild> {
  const { file, matter } = issueFile
  const reads: RecordedBuild['reads'] = new Map()
  const slugs: RecordedBuild['slugs'] = new Map()
  const renderOptions = recordReads(context.renderOptions, reads, slugs)
  let finished: FinishedIssue | undefined
  const stopCollecting = startCollecting(context.newsletter.themes.get(matter.template), context.newsletter)
  const build = () =>
    buildIssue(issueFile, {
      ...context,
      renderOptions,
      onWriting() {
        stopCollecting()
        context.onWriting?.()
      },
      onFinished(issue) {
        finished = issue
      },
    })
  const built = await build().finally(stopCollecting)
  return {
    built,
    reads,
    slugs,
    messages: [...file.messages],
    templateMessages: stopCollecting(),
    isDone: context.out === undefined || built.files.length > 0 || !built.passes,
    isComplete: finished?.isComplete ?? false,
    ...(withFiles && { files: finished?.files ?? [] }),
  }
}

function recordReads(
  options: RenderOptions,
  reads: RecordedBuild['reads'],
  slugs: RecordedBuild['slugs'],
): RenderOptions {
  const record = (by: Reader): RenderOptions[Reader] => {
    const reader = options[by]
    return (
      reader &&
      ((path) => {
        const read = reader(path)
        reads.set(path, { by, digest: digestRead(read) })
        return read
      })
    )
  }
  return {
    ...options,
    readImage: record('readImage'),
    readResults: record('readResults'),
    readFile: record('readFile'),
    findArchived(query) {
      const found = options.findArchived?.(query) ?? []
      reads.set(JSON.stringify(query), { by: 'findArchived', digest: JSON.stringify(found) })
      return found
    },
    slugOf(path) {
      const slug = options.slugOf?.(path)
      slugs.set(path, slug)
      return slug
    },
  }
}

/** @param path a file's path, or a query of the archive as JSON */
function digestLookup(by: Lookup, path: string, options: RenderOptions): string | undefined {
  return by === 'findArchived'
    ? JSON.stringify(options.findArchived?.(JSON.parse(path)) ?? [])
    : digestRead(options[by]?.(path))
}

function digestRead(read: ImageRead | undefined): string | undefined {
  if (read === undefined) return undefined
  return 'bytes' in read ? sha256(read.bytes) : JSON.stringify(read)
}

/** Whether all that a build read is unchanged. */
export function hasSameReads(
  { reads, slugs }: Pick<RecordedBuild, 'reads' | 'slugs'>,
  { renderOptions }: IssueContext,
  digest: DigestLookup,
): boolean {
  return (
    [...slugs].every(([path, slug]) => renderOptions.slugOf?.(path) === slug) &&
    [...reads].every(([path, read]) => digest(read.by, path) === read.digest)
  )
}

/** Digests what a build would read now. */
export type DigestLookup = (by: Lookup, path: string) => string | undefined

/**
 * Creates a function that digests what a build of these options would read now. A file that many issues show, such as a
 * logo, is read once.
 * @param reuse returns the digest, which it may know from an earlier build
 */
export function createReadDigests(
  renderOptions: RenderOptions,
  reuse: (by: Lookup, path: string, digest: () => string | undefined) => string | undefined = (
    _by,
    _path,
    digest,
  ) => digest(),
): DigestLookup {
  const known = new Map<string, string | undefined>()
  return (by, path) => {
    const key = `${by} ${path}`
    const digest = known.has(key)
      ? known.get(key)
      : reuse(by, path, () => digestLookup(by, path, renderOptions))
    known.set(key, digest)
    return digest
  }
}

/** Whether a build would have the same result: all that it read is unchanged, and its files are still there. */
export function isFresh(recorded: RecordedBuild, context: IssueContext, digest: DigestLookup): boolean {
  const { out } = context
  return (
    hasSameReads(recorded, context, digest) &&
    recorded.built.files.every((file) => out !== undefined && isWritten(out, file))
  )
}

/** Puts the messages of a recorded build on the files of this build. */
export function restoreMessages(
  { messages, templateMessages }: Pick<RecordedBuild, 'messages' | 'templateMessages'>,
  { file }: IssueFile,
  theme: Theme | undefined,
): void {
  file.messages = [...messages]
  for (const [path, own] of templateMessages) mergeMessages(theme?.files.get(path)?.messages ?? [], own)
}
