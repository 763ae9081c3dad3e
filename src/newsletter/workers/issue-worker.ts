/** The entry of a worker thread: builds one issue after the other for the main thread. */
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import Tinypool from 'tinypool'
import { createMessage } from '../../diagnostics/message-copy.ts'
import { loadTemplates } from '../../files/load-templates.ts'
import { createThemes } from '../../theme/themes.ts'
import type { IssueContext } from '../build-issue.ts'
import { createIssueContext } from '../create-issue-context.ts'
import { createIssueCache } from '../issue-cache.ts'
import { noLoadMemory } from '../load-memory.ts'
import { loadSettings } from '../load-settings.ts'
import { recordBuild } from '../record-build.ts'
import {
  copyBuild,
  createTaskFile,
  type IssueResult,
  type IssueTask,
  type WorkerSetup,
} from './issue-task.ts'

let context: Promise<IssueContext> | undefined
let record: typeof recordBuild = recordBuild

/**
 * Builds an issue as the main thread would.
 * @throws {Error} when the config cannot be loaded in a worker
 */
export default async function buildTask(task: IssueTask): Promise<IssueResult> {
  context ??= loadContext(Tinypool.workerData as WorkerSetup)
  const shared = await context
  const file = createTaskFile(task, shared.root)
  const matter = noLoadMemory.parseMatter(file, shared.newsletter.settings)
  const issueFile = { file, matter, readable: task.readable }
  return copyBuild(await record(issueFile, shared))
}

/**
 * Loads what cannot be sent to a thread: the functions of the config, and the compiled templates. The main thread has
 * validated both, so that messages on the config are dropped, and those on templates replaced by the main thread's.
 */
async function loadContext({ paths, slugs, archive, cache, ...setup }: WorkerSetup): Promise<IssueContext> {
  if (cache) record = createIssueCache(cache, setup.root).record
  const loaded = await withoutConsole(() => loadSettings(paths))
  if ('misconfigured' in loaded) {
    const { messages } = loaded.misconfigured
    throw new Error(`the config cannot be loaded in a worker thread. ${messages[0]?.reason ?? ''}`.trim())
  }
  const { settings } = loaded
  const templates = loadTemplates(paths.root)
  const themes = createThemes(templates, settings)
  const templateMessages = new Map(
    [...templates.values()].map((file) => [
      file,
      (setup.templateMessages.get(file.path) ?? []).map(createMessage),
    ]),
  )
  const newsletter = {
    settings,
    themes,
    issues: [],
    slugs,
    archive,
    files: [],
    templateMessages,
    definitionPaths: [],
  }
  const { own, web, hasOutputs } = setup
  const shared = { ...createIssueContext(newsletter, setup), own, web }
  return hasOutputs ? shared : { ...shared, outputs: [] }
}

/** What a config prints while it is loaded has been printed by the main thread. */
async function withoutConsole<Result>(work: () => Promise<Result>): Promise<Result> {
  const { console } = globalThis
  globalThis.console = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }))
  try {
    return await work()
  } finally {
    globalThis.console = console
  }
}
