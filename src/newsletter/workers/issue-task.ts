/** What the main thread and its workers send each other: plain data alone, since threads share no objects. */

import { VFile } from 'vfile'
import type { ArchivedIssue } from '../../blocks/archive.ts'
import { copyMessage, createMessage, type MessageCopy } from '../../diagnostics/message-copy.ts'
import type { BuiltIssue, IssueContext } from '../build-issue.ts'
import type { CacheOptions } from '../issue-cache.ts'
import type { IssueFile } from '../load-newsletter.ts'
import type { RecordedBuild } from '../record-build.ts'
import type { ResolvedPaths } from '../resolve-paths.ts'

/** What a worker needs to build any issue of a newsletter, besides what it loads from the disk: the config and templates. */
export interface WorkerSetup extends Pick<IssueContext, 'root' | 'out' | 'own' | 'strict' | 'web'> {
  paths: Pick<ResolvedPaths, 'root' | 'configCode' | 'target'> & { config: string | undefined }
  /** Whether the outputs' files are created; a check writes none. */
  hasOutputs: boolean
  slugs: Map<string, string>
  archive: ArchivedIssue[]
  /** Where what is built is stored. */
  cache: CacheOptions | undefined
  /** The messages that the main thread reported on templates when it loaded them, by their files' paths. */
  templateMessages: Map<string, MessageCopy[]>
}

/** One issue to build. */
export interface IssueTask {
  path: string
  text: string
  readable: boolean
  /** The messages that its file has already. */
  messages: MessageCopy[]
}

/** A {@link RecordedBuild} as plain data. */
export interface IssueResult extends Pick<RecordedBuild, 'reads' | 'slugs' | 'isDone' | 'isComplete'> {
  built: BuiltIssue
  messages: MessageCopy[]
  templateMessages: Map<string, MessageCopy[]>
}

/**
 * Creates the setup of the workers.
 * @param context that of the main thread
 * @param paths those of the run; its config is a path
 * @param cache where the workers store what they build
 */
export function createWorkerSetup(
  { newsletter, root, out, own, strict, web, outputs }: IssueContext,
  { config, configCode, target }: ResolvedPaths,
  cache: CacheOptions | undefined,
): WorkerSetup {
  const path = typeof config === 'string' ? config : undefined
  const messages = [...newsletter.templateMessages].filter(([, list]) => list.length > 0)
  return {
    root,
    out,
    own,
    strict,
    web,
    paths: { root, config: path, configCode, target },
    hasOutputs: outputs.length > 0,
    slugs: newsletter.slugs,
    archive: newsletter.archive,
    cache,
    templateMessages: new Map(messages.map(([file, list]) => [file.path, list.map(copyMessage)])),
  }
}

/** Creates the task of an issue. */
export function createTask({ file, readable }: IssueFile): IssueTask {
  return { path: file.path, text: String(file), readable, messages: file.messages.map(copyMessage) }
}

/** Creates the file of a task, with its messages. */
export function createTaskFile({ path, text, messages }: IssueTask, root: string): VFile {
  const file = new VFile({ path, cwd: root, value: text })
  file.messages = messages.map(createMessage)
  return file
}

/** Copies a build into plain data. */
export function copyBuild({ messages, templateMessages, files, ...build }: RecordedBuild): IssueResult {
  return {
    ...build,
    messages: messages.map(copyMessage),
    templateMessages: mapValues(templateMessages, copyMessage),
  }
}

/** Creates the build that a worker copied. */
export function createBuild({ messages, templateMessages, ...build }: IssueResult): RecordedBuild {
  return {
    ...build,
    messages: messages.map(createMessage),
    templateMessages: mapValues(templateMessages, createMessage),
  }
}

function mapValues<From, To>(lists: Map<string, From[]>, create: (value: From) => To): Map<string, To[]> {
  return new Map([...lists].map(([key, list]) => [key, list.map(create)]))
}
