import { join } from 'node:path'
import { VFile } from 'vfile'
import { hasControlCharacter } from '../control-characters.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { toFolderKey } from '../files/manifest.ts'
import { isFolder, isPresent } from '../files/paths.ts'
import { readIssueFiles } from '../files/read-issue-files.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { UsageError } from '../files/usage-error.ts'
import { writeNewFile } from '../files/write-new-file.ts'
import { type ArchiveIssue, sortLatestFirst } from '../new-issue/archive.ts'
import { composeIssue, type NextIssue } from '../new-issue/compose-issue.ts'
import { formatIssuePath } from '../new-issue/issue-path.ts'
import { toTitleSlug } from '../new-issue/title-slug.ts'
import { parseMatter } from '../parse/parse-issue.ts'
import { isSendDay } from '../schedule/send-days.ts'
import { convertToZone } from '../schedule/zoned-time.ts'
import type { Settings } from '../settings.ts'
import { loadSettings } from './load-settings.ts'
import { resolveNewDay } from './resolve-new-day.ts'
import { resolveNext } from './resolve-next.ts'
import { type PathOptions, resolvePaths } from './resolve-paths.ts'

export interface CreateIssueOptions extends Omit<PathOptions, 'files' | 'target'> {
  /** May be empty. */
  title: string
  /** The day, as typed. */
  date?: string | undefined
  draft: boolean
  /** Milliseconds since 1970, for today's date in the schedule's time zone. */
  now: number
}

export interface CreatedIssue {
  /** Absolute. */
  path: string
  /** What was placed in it, and what is unusual about it, as sentences. */
  notes: string[]
}

const templatePath = 'issues/_template.md'

/**
 * Creates the next issue's file: its date from the schedule, its name in the way of the last one, its content from
 * `issues/_template.md` or the last issues, with the sponsors that are booked and the polls that were counted.
 * @returns only the config, with its messages, when it has errors
 * @throws {UsageError} when there is no `issues/`, for a date that cannot be, and when the file is there already
 */
export async function createIssue(
  options: CreateIssueOptions,
): Promise<CreatedIssue | { misconfigured: VFile }> {
  const paths = resolvePaths(options)
  const { root } = paths
  if (!isFolder(join(root, 'issues')))
    throw new UsageError(
      `Cannot find the folder \`issues\` in \`${root}\`\nCreate it there, or name the newsletter's folder with \`--root\`.`,
    )
  const loaded = await loadSettings(paths)
  if ('misconfigured' in loaded) return loaded
  const { settings, definitionFiles } = loaded
  const latestFirst = listArchive(root, settings, definitionFiles)
  const title = validateTitle(options.title)
  const today = convertToZone(options.now, settings.schedule?.timezone).day
  const day = resolveNewDay(latestFirst, { date: options.date, today, schedule: settings.schedule })
  const titleSlug = toTitleSlug(title, settings.lang)
  const path = formatIssuePath(latestFirst, { day, titleSlug })
  const slug = resolveSlug(path, latestFirst, settings)
  const template = readTemplate(root)
  const next = resolveNext({ title, day, draft: options.draft, path, slug }, latestFirst, {
    root,
    settings,
    template,
  })
  const written = await write(root, path, composeIssue(next, latestFirst, template))
  return { path: written, notes: describe(next, { titleSlug, path, settings, template }) }
}

function listArchive(root: string, settings: Settings, definitionFiles: VFile[]): ArchiveIssue[] {
  const others = new Set(definitionFiles.map(({ path }) => path))
  const files = readIssueFiles(root).issues.filter(({ path }) => !others.has(path))
  return sortLatestFirst(
    files.map((file) => {
      const { slug, date, number, sponsor } = parseMatter(file, settings)
      return { path: file.path, text: String(file), slug, date, number, sponsor }
    }),
  )
}

function validateTitle(typed: string): string {
  const title = typed.replace(/\s+/g, ' ').trim()
  if (hasControlCharacter(title))
    throw new UsageError('Unexpected control character in the title, expected a text on one line')
  return title
}

/** The slug of the file, which no other issue has. */
function resolveSlug(path: string, archive: readonly ArchiveIssue[], settings: Settings): string {
  const { slug } = parseMatter(new VFile({ path, value: '' }), settings)
  const same = archive.find((issue) => toFolderKey(issue.slug) === toFolderKey(slug))
  if (same)
    throw new UsageError(
      `Cannot write \`${path}\`: \`${same.path}\` has the slug \`${slug}\` already\nChoose another title or another \`--date\`.`,
    )
  return slug
}

function readTemplate(root: string): string | undefined {
  if (!isPresent(join(root, templatePath))) return undefined
  const file = readTextFile(templatePath, { cwd: root, within: root })
  const [message] = file.messages
  if (message) throw new UsageError(message.reason)
  return String(file)
}

async function write(root: string, path: string, text: string): Promise<string> {
  const written = await writeNewFile(root, path, text).catch((error) => {
    throw new UsageError(`Cannot write \`${path}\`: ${explainDiskError(error).reason}`)
  })
  if (written === undefined)
    throw new UsageError(
      `\`${path}\` is there already and was left as it is\nChoose another title or another \`--date\`.`,
    )
  return written
}

function describe(
  { title, day, sponsors, results }: NextIssue,
  {
    titleSlug,
    path,
    settings,
    template,
  }: { titleSlug: string; path: string; settings: Settings; template: string | undefined },
): string[] {
  const { schedule } = settings
  return [
    ...(title !== '' && titleSlug === ''
      ? [`The title \`${title}\` has no letters or digits for the file's name, which is \`${path}\`.`]
      : []),
    ...(title !== '' && template !== undefined && !/\{(?:title|subject)\}/.test(template)
      ? [
          `\`${templatePath}\` has no \`{title}\` and no \`{subject}\`: the title is only in the name of the file.`,
        ]
      : []),
    ...(schedule && !isSendDay(day, schedule)
      ? [`\`schedule\` in the config has no issue on ${day}: \`issue check\` reports it (\`date-schedule\`).`]
      : []),
    ...sponsors.map(({ key }) => `Placed the sponsor \`${key}\`, which is booked for ${day}.`),
    ...results.map((poll) => `Placed the results of the poll \`${poll}\`.`),
  ]
}
