import * as v from 'valibot'
import type { VFile } from 'vfile'
import { createMessage, type StoredMessage, toStoredMessage } from '../diagnostics/stored-message.ts'
import type { Theme } from '../theme/theme.ts'
import type { IssueFile } from './load-newsletter.ts'
import type { RecordedBuild } from './record-build.ts'

/** What of a recorded build is stored in a cache. */
export type StoredBuild = Omit<RecordedBuild, 'files'>

const point = v.object({ line: v.number(), column: v.number(), offset: v.optional(v.number()) })
const message: v.GenericSchema<unknown, StoredMessage> = v.object({
  file: v.nullable(v.string()),
  reason: v.string(),
  ruleId: v.nullable(v.string()),
  source: v.nullable(v.string()),
  severity: v.picklist(['error', 'warning', 'info']),
  place: v.nullable(v.union([v.object({ start: point, end: point }), point])),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
  note: v.nullable(v.string()),
  url: v.nullable(v.string()),
  isConfigurable: v.boolean(),
})
const record = v.object({
  built: v.object({
    source: v.string(),
    slug: v.string(),
    subject: v.string(),
    date: v.nullable(v.string()),
    files: v.array(v.object({ output: v.string(), path: v.string(), bytes: v.number(), sha256: v.string() })),
    sizes: v.nullable(v.object({ html: v.number(), text: v.number(), images: v.number() })),
    facts: v.nullable(
      v.object({
        preheader: v.string(),
        htmlBytes: v.number(),
        words: v.number(),
        minutes: v.number(),
        images: v.number(),
        links: v.number(),
      }),
    ),
    messages: v.object({ errors: v.number(), warnings: v.number() }),
    passes: v.boolean(),
  }),
  reads: v.array(
    v.tuple([
      v.string(),
      v.picklist(['readImage', 'readFile', 'readResults', 'findArchived']),
      v.nullable(v.string()),
    ]),
  ),
  slugs: v.array(v.tuple([v.string(), v.nullable(v.string())])),
  messages: v.array(message),
  templateMessages: v.array(v.tuple([v.string(), v.array(message)])),
})

/** Formats a recorded build as JSON. */
export function formatStoredBuild({
  built,
  reads,
  slugs,
  messages,
  templateMessages,
}: RecordedBuild): string {
  const stored: v.InferOutput<typeof record> = {
    built,
    reads: [...reads].map(([path, { by, digest }]) => [path, by, digest ?? null]),
    slugs: [...slugs].map(([path, slug]) => [path, slug ?? null]),
    messages: messages.map(toStoredMessage),
    templateMessages: [...templateMessages].map(([path, own]) => [path, own.map(toStoredMessage)]),
  }
  return JSON.stringify(stored)
}

/**
 * Parses what `formatStoredBuild` has written, for the files of this build.
 * @returns `undefined` when it is anything else
 */
export function parseStoredBuild(text: string, { file }: IssueFile, theme: Theme): StoredBuild | undefined {
  const result = v.safeParse(record, parseJson(text))
  if (!result.success) return undefined
  const { built, reads, slugs, messages, templateMessages } = result.output
  const files = templateMessages.map(([path, own]) => ({ path, own, file: theme.files.get(path) }))
  if (files.some((each) => each.file === undefined)) return undefined
  return {
    built,
    reads: new Map(reads.map(([path, by, digest]) => [path, { by, digest: digest ?? undefined }])),
    slugs: new Map(slugs.map(([path, slug]) => [path, slug ?? undefined])),
    messages: createMessages(file, messages),
    templateMessages: new Map(files.map((each) => [each.path, createMessages(each.file ?? file, each.own)])),
    isDone: true,
    isComplete: true,
  }
}

function createMessages(file: VFile, stored: readonly StoredMessage[]) {
  return stored.map((each) => createMessage(file, each))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
