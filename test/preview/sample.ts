/** A newsletter in a folder of its own, really built, and the preview that serves it. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RenderedIssue } from '../../src/newsletter/build-issue.ts'
import { buildNewsletter } from '../../src/newsletter/build-newsletter.ts'
import { createIssueMemory } from '../../src/newsletter/issue-memory.ts'
import { createLoadMemory } from '../../src/newsletter/load-memory.ts'
import type { PreviewState } from '../../src/preview/preview-state.ts'
import { createPreviewStore } from '../../src/preview/preview-store.ts'
import { type Preview, type PreviewOptions, startPreview } from '../../src/preview/start-preview.ts'

const checkout = join(import.meta.dirname, '..', '..')

export const sora = 'issues/2024-11-28-sora.md'
export const sums = 'issues/2024-12-03-two-sums.md'
export const letter = 'issues/2024-12-17-letter.md'

export interface Sample {
  /** The newsletter's folder, absolute. */
  root: string
  preview: Preview
  /** Internal errors that the preview reported. */
  errors: string[]
  /** The issues as they were built last, by their sources. */
  rendered: Map<string, RenderedIssue>
  read(path: string): string
  write(path: string, text: string): void
  remove(path: string): void
  /** Starts one more preview of what was built, with options of its own; whoever starts it closes it. */
  startPreview(options?: Partial<PreviewOptions>): Promise<Preview>
  /** Builds what has changed, as a watch does, and shows what came of it. */
  build(): Promise<PreviewState>
  close(): Promise<void>
}

/** A copy of this repository's own sample, built, with its preview on a port of its own. */
export async function openSample(options: Partial<PreviewOptions> = {}): Promise<Sample> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'issuepress preview ')))
  for (const part of ['issues', 'issue.config.yml'])
    cpSync(join(checkout, part), join(root, part), { recursive: true })
  const book = createPreviewStore()
  const memories = { memory: createIssueMemory(), loadMemory: createLoadMemory() }
  const errors: string[] = []
  const rendered = new Map<string, RenderedIssue>()
  const start = (own: Partial<PreviewOptions>) =>
    startPreview({
      port: 0,
      root,
      editor: undefined,
      readSource: book.readSource,
      reportError: (text) => errors.push(text),
      ...own,
    })
  const preview = await start(options)
  const sample: Sample = {
    root,
    preview,
    errors,
    rendered,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write: (path, text) => writeFileSync(join(root, path), text),
    remove: (path) => rmSync(join(root, path)),
    async startPreview(own = {}) {
      const another = await start(own)
      another.show(book.getState())
      return another
    },
    async build() {
      const result = await buildNewsletter(
        { root },
        {
          ...memories,
          renderDrafts: true,
          onLoaded: book.setNewsletter,
          onRendered(issue) {
            book.setIssue(issue)
            rendered.set(issue.built.source, issue)
          },
        },
      )
      book.finishBuild(result)
      preview.show(book.getState())
      return book.getState()
    },
    async close() {
      await preview.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
  await sample.build()
  return sample
}
