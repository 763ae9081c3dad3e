import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { VFile } from 'vfile'
import type { Config } from './config/config.ts'
import { checkOutFolder } from './files/check-out-folder.ts'
import { type Manifest, type ManifestEntry, mergeManifest } from './files/manifest.ts'
import { isFolder } from './files/paths.ts'
import { readManifest } from './files/read-manifest.ts'
import { readNamedPaths } from './files/read-named-paths.ts'
import { UsageError } from './files/usage-error.ts'
import { writeManifest } from './files/write-manifest.ts'
import { toUnwritable, writeOutFolder } from './files/write-out-folder.ts'
import { countMessages } from './messages/count-messages.ts'
import { expectedName } from './messages/words.ts'
import { type BuiltIssue, buildIssue, type IssueContext } from './newsletter/build-issue.ts'
import { checkSlugs } from './newsletter/check-slugs.ts'
import { type Candidate, loadNewsletter, type Newsletter } from './newsletter/load-newsletter.ts'
import { type Selection, selectIssues } from './newsletter/select-issues.ts'
import { targetNames } from './targets/index.ts'

export interface BuildOptions {
  /** The newsletter's folder. */
  root: string
  /** What the other paths are relative to; the root when not given. */
  cwd?: string
  /** Where the emails go; `dist` in the root when not given. */
  out?: string
  /** A config's path, or a config; the `issue.config.*` in the root when not given. */
  config?: string | Config
  /** Markdown files to build; all issues when not given. */
  files?: string[]
  /** The ESP to build for, in the config's stead. */
  target?: string
  /** Drafts are built too. */
  drafts?: boolean
  /** Warnings keep an issue from being written, as errors do. */
  strict?: boolean
  /** Ends the build after the issue at hand. */
  signal?: AbortSignal
  /** Called before each issue. */
  onProgress?(progress: Progress): void
}

export interface Progress {
  /** How many issues are done. */
  done: number
  total: number
  /** The path of the issue at hand. */
  source: string
}

export interface BuildResult {
  /**
   * `built`: all is well. `failed`: something has an error (or, when strict, a warning). `misconfigured`: the config has
   * an error, and nothing was built. `interrupted`: by the signal.
   */
  outcome: 'built' | 'failed' | 'misconfigured' | 'interrupted'
  /** The out folder, absolute. */
  out: string
  /** The issues that were to be built, by path. */
  issues: BuiltIssue[]
  /** Drafts that were not built: their paths. */
  leftOut: string[]
  /** Every file with messages: issues, templates, the config. */
  files: VFile[]
}

/**
 * Builds a newsletter into its out folder. Prints nothing and ends no process: mistakes come back as messages on files.
 * @throws {UsageError} when the options themselves make no sense: a root or file that is not there, an unknown target
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const places = checkOptions(options)
  const { root, out, named } = places
  const newsletter = await loadNewsletter({ ...places, target: options.target })
  if ('misconfigured' in newsletter)
    return toResult('misconfigured', places, { files: [newsletter.misconfigured] })
  if (newsletter.issues.length === 0) return toResult('failed', places, { files: newsletter.files })

  const selection = selectIssues(newsletter.issues, named, options.drafts ?? false)
  checkSlugs(selection.chosen, selection.others)
  const previous = await readManifest(out)
  const unwritable = await writeOutFolder(out, root)
  const context = {
    newsletter,
    root,
    out,
    strict: options.strict ?? false,
    readOnly: unwritable !== undefined,
  }
  const issues = await buildEach(selection.chosen, context, options)
  const trouble = unwritable ?? (await updateManifest(issues, { ...places, previous, newsletter, selection }))

  const leftOut = selection.leftOut.map(({ file }) => file)
  const files = [
    ...newsletter.files,
    ...selection.chosen.map(({ file }) => file),
    ...leftOut,
    ...(trouble ? [trouble] : []),
  ]
  return toResult(toOutcome(files, options), places, {
    files,
    issues,
    leftOut: leftOut.map(({ path }) => path),
  })
}

interface Places {
  root: string
  out: string
  /** Paths of the issues that were asked for, relative to the root. */
  named: string[]
  config: string | Config | undefined
}

function checkOptions(options: BuildOptions): Places {
  const root = resolve(options.cwd ?? '', options.root)
  const cwd = options.cwd ?? root
  if (!isFolder(root)) throw new UsageError(`Cannot find the folder \`${root}\``)
  const { target } = options
  if (target !== undefined && !targetNames.includes(target)) {
    throw new UsageError(`Unexpected target \`${target}\`, expected ${expectedName(target, targetNames)}`)
  }
  const out = options.out === undefined ? resolve(root, 'dist') : resolve(cwd, options.out)
  checkOutFolder(out, root)
  const named = readNamedPaths(options.files ?? [], root, cwd)
  const config = typeof options.config === 'string' ? resolve(cwd, options.config) : options.config
  return { root, out, named, config }
}

async function buildEach(
  chosen: Candidate[],
  context: IssueContext,
  options: BuildOptions,
): Promise<BuiltIssue[]> {
  const built: BuiltIssue[] = []
  for (const candidate of chosen) {
    // Lets a signal in: rendering alone would never give it its turn.
    await setImmediate()
    if (options.signal?.aborted) break
    options.onProgress?.({ done: built.length, total: chosen.length, source: candidate.file.path })
    built.push(await buildIssue(candidate, context))
  }
  return built
}

interface ManifestContext extends Places {
  previous: Manifest | undefined
  newsletter: Newsletter
  selection: Selection
}

/** What was not built keeps its earlier email, unless it is gone from the newsletter. */
async function updateManifest(issues: BuiltIssue[], context: ManifestContext): Promise<VFile | undefined> {
  const { root, out, previous, newsletter, selection } = context
  const entries = issues.filter(({ files }) => files.length > 0).map(toEntry)
  const leftOut = context.named.length > 0 ? selection.leftOut : []
  const kept = new Set([...selection.chosen, ...selection.others, ...leftOut].map(({ file }) => file.path))
  const manifest = mergeManifest(previous, entries, { newsletter: newsletter.settings.name, kept })
  try {
    await writeManifest(out, manifest, previous)
    return undefined
  } catch (error) {
    return toUnwritable(resolve(out, 'manifest.json'), root, error)
  }
}

function toEntry({ slug, source, subject, date, files, messages }: BuiltIssue): ManifestEntry {
  return { slug, source, subject, date, files, messages }
}

function toOutcome(files: VFile[], { signal, strict }: BuildOptions): BuildResult['outcome'] {
  const { errors, warnings } = countMessages(files)
  if (signal?.aborted) return 'interrupted'
  return errors > 0 || (strict && warnings > 0) ? 'failed' : 'built'
}

function toResult(
  outcome: BuildResult['outcome'],
  { out }: Places,
  { files = [], issues = [], leftOut = [] }: Partial<BuildResult>,
): BuildResult {
  return { outcome, out, issues, leftOut, files: files.filter(({ messages }) => messages.length > 0) }
}
