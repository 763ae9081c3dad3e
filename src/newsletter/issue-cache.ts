import { join, relative, resolve } from 'node:path'
import { readCacheEntry, writeCacheEntry } from '../files/cache-entry.ts'
import { digestModules } from '../files/digest-modules.ts'
import { pruneCache } from '../files/prune-cache.ts'
import { sha256 } from '../files/sha256.ts'
import type { Theme } from '../theme/theme.ts'
import type { BuiltIssue, IssueContext } from './build-issue.ts'
import { createBuildKeyFactory, hasCode } from './build-key.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'
import {
  createReadDigests,
  hasSameReads,
  type RecordedBuild,
  recordBuild,
  restoreMessages,
} from './record-build.ts'
import { packFiles, restoreFiles, selectFiles } from './restore-files.ts'
import { formatStoredBuild, parseStoredBuild } from './stored-build.ts'

/** Where a cache is, and whose builds are in it. */
export interface CacheOptions {
  /** The cache's folder, absolute. It is created when something is stored. */
  folder: string
  /** Identifies the code of Issuepress and the Node.js that runs it: what another one has built is not restored. */
  installation: string
  /** False when the modules of the config may have changed since they were loaded; issues are then cached only without any. */
  areModulesCurrent?: boolean
}

/** A build that was found in a cache. */
export interface CachedBuild {
  /** Writes those of its files that are missing. The messages are not put on the issue's file. */
  restore(): Promise<RecordedBuild>
}

/** The builds of issues on the disk, from which unchanged issues are restored instead of being rendered. */
export interface IssueCache {
  /** Where it is. */
  options: CacheOptions
  /** Finds an issue's last build, if nothing that it was built from has changed. */
  find(issueFile: IssueFile, context: IssueContext): Promise<CachedBuild | undefined>
  /** Builds an issue, or restores its last build and messages when nothing that it was built from has changed. */
  build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue>
  /** The same, with what the issue read. */
  record(issueFile: IssueFile, context: IssueContext): Promise<RecordedBuild>
  /**
   * Removes the entries of issues that the newsletter no longer has, and of kinds of builds that are no longer run; for the
   * end of a build of all issues.
   */
  prune(context: IssueContext): void
}

/**
 * Opens a cache. What cannot be read from it is built, and what cannot be written to it is lost.
 * @param root the newsletter's folder, absolute
 */
export function createIssueCache(
  { folder, installation, areModulesCurrent = true }: CacheOptions,
  root: string,
): IssueCache {
  // Relative, so that a project and its cache can be moved together.
  const newsletterFolder = join(folder, 'builds', digest(relative(folder, root)))
  const digestCode = createCodeDigests(root, areModulesCurrent)
  const createKey = createBuildKeyFactory()
  const readDigests = new WeakMap<object, ReturnType<typeof createReadDigests>>()

  /** Where an issue's entry is and its key; `undefined` for one that is not cached. */
  async function locate(issueFile: IssueFile, context: IssueContext) {
    const { newsletter } = context
    const theme = newsletter.themes.get(issueFile.matter.template)
    // An issue whose template does not exist is rendered with another one, for its other mistakes.
    const code = theme && (await digestCode(newsletter))
    if (!theme || code === undefined) return undefined
    const path = join(newsletterFolder, describeVariant(context), digest(issueFile.file.path))
    return { path, key: createKey(issueFile, context, `${installation} ${code}`), theme }
  }

  function read(issueFile: IssueFile, context: IssueContext, { path, key, theme }: Location) {
    const { renderOptions } = context
    const entry = readCacheEntry(path, key)
    const stored = entry && parseStoredBuild(entry.record, issueFile, theme)
    if (!stored) return undefined
    const digestRead = readDigests.get(renderOptions) ?? createReadDigests(renderOptions)
    readDigests.set(renderOptions, digestRead)
    const files = hasSameReads(stored, context, digestRead) && selectFiles(stored, context, entry.readFiles)
    if (!files) return undefined
    return {
      restore() {
        issueFile.file.messages = [...stored.messages]
        return restoreFiles(stored, files, issueFile, context)
      },
    }
  }

  async function find(issueFile: IssueFile, context: IssueContext): Promise<CachedBuild | undefined> {
    const location = await locate(issueFile, context)
    return location && read(issueFile, context, location)
  }

  async function record(issueFile: IssueFile, context: IssueContext): Promise<RecordedBuild> {
    const location = await locate(issueFile, context)
    if (!location) return recordBuild(issueFile, context)
    const found = read(issueFile, context, location)
    if (found) {
      const restored = await found.restore()
      restoreMessages(restored, issueFile, location.theme)
      return restored
    }
    const { files = [], ...recorded } = await recordBuild(issueFile, context, true)
    if (recorded.isDone && recorded.isComplete)
      writeCacheEntry(location.path, location.key, formatStoredBuild(recorded), packFiles(files))
    return recorded
  }

  return {
    options: { folder, installation, areModulesCurrent },
    find,
    record,
    build: async (issueFile, context) => (await record(issueFile, context)).built,
    prune(context) {
      const names = new Set(context.newsletter.issues.map(({ file }) => digest(file.path)))
      pruneCache(newsletterFolder, { variant: describeVariant(context), names })
    },
  }
}

interface Location {
  /** The entry's path, absolute. */
  path: string
  key: string
  theme: Theme
}

/** Names the kind of a build: builds of another kind have entries of their own, so that they do not replace each other's. */
function describeVariant({ newsletter, out, strict, web = true, outputs }: IssueContext): string {
  const names = outputs.map(({ name }) => name)
  return digest(JSON.stringify([newsletter.settings.targets, out !== undefined, strict, web, names]))
}

/** Digests the modules of a newsletter's config, once for each time that it was loaded. */
function createCodeDigests(
  root: string,
  areModulesCurrent: boolean,
): (newsletter: Newsletter) => Promise<string | undefined> {
  const known = new WeakMap<object, Promise<string | undefined>>()
  const create = async ({ settings, configPath }: Newsletter) => {
    if (!hasCode(settings)) return ''
    return configPath === undefined || !areModulesCurrent
      ? undefined
      : digestModules(resolve(root, configPath))
  }
  return (newsletter) => {
    const { settings } = newsletter
    const found = known.get(settings) ?? create(newsletter)
    known.set(settings, found)
    return found
  }
}

/** A name for a file or folder. */
function digest(text: string): string {
  return sha256(Buffer.from(text)).slice(0, 32)
}
