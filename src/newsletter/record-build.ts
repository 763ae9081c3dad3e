import type { VFileMessage } from 'vfile-message'
import { mergeMessages } from '../diagnostics/once.ts'
import { sha256 } from '../files/sha256.ts'
import { isWritten } from '../files/write-files.ts'
import type { ImageRead } from '../images/image-store.ts'
import type { RenderOptions } from '../render/render.ts'
import type { Theme } from '../theme/theme.ts'
import { type BuiltIssue, buildIssue, type IssueContext } from './build-issue.ts'
import { collectTemplateMessages } from './collect-template-messages.ts'
import type { IssueFile } from './load-newsletter.ts'

type Reader = 'readImage' | 'readResults'

/** One issue's build, with everything that it read and reported. */
export interface RecordedBuild {
  built: BuiltIssue
  /** The pictures and the polls' results that were read, by path: with which reader, and a digest of the content. */
  reads: Map<string, { by: Reader; digest: string | undefined }>
  /** The other issues' slugs that were looked up, by path. */
  slugs: Map<string, string | undefined>
  /** The messages on the issue's file that the build added. */
  messages: VFileMessage[]
  /** The messages on its template's files that the build added, by their path in the template. */
  templateMessages: Map<string, VFileMessage[]>
}

/** Builds an issue and records what it read and reported. */
export async function recordBuild(issueFile: IssueFile, context: IssueContext): Promise<RecordedBuild> {
  const { file, matter } = issueFile
  const reads: RecordedBuild['reads'] = new Map()
  const slugs: RecordedBuild['slugs'] = new Map()
  const before = file.messages.length
  const renderOptions = recordReads(context.renderOptions, reads, slugs)
  const { result: built, found: templateMessages } = await collectTemplateMessages(
    context.newsletter.themes.get(matter.template),
    context.newsletter,
    () => buildIssue(issueFile, { ...context, renderOptions }),
  )
  return { built, reads, slugs, messages: file.messages.slice(before), templateMessages }
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
    slugOf(path) {
      const slug = options.slugOf?.(path)
      slugs.set(path, slug)
      return slug
    },
  }
}

function digestRead(read: ImageRead | undefined): string | undefined {
  if (read === undefined) return undefined
  if ('bytes' in read) return sha256(read.bytes)
  return [read.problem, ...(read.nearby ?? [])].join('\n')
}

/** Whether a build would have the same result: all that it read is unchanged, and its files are still there. */
export function isFresh({ reads, slugs, built }: RecordedBuild, context: IssueContext): boolean {
  const { renderOptions, out } = context
  return (
    [...reads].every(([path, { by, digest }]) => digestRead(renderOptions[by]?.(path)) === digest) &&
    [...slugs].every(([path, slug]) => renderOptions.slugOf?.(path) === slug) &&
    built.files.every((file) => out !== undefined && isWritten(out, file))
  )
}

/** Puts the messages of a recorded build on the files of this build. */
export function restoreMessages(
  { messages, templateMessages }: RecordedBuild,
  { file }: IssueFile,
  theme: Theme | undefined,
): void {
  file.messages.push(...messages)
  for (const [path, own] of templateMessages) mergeMessages(theme?.files.get(path)?.messages ?? [], own)
}
