import { posix } from 'node:path'
import { extractDate } from '../parse/date-text.ts'
import type { ArchiveIssue } from './archive.ts'

/** The parts of an issue's path. */
interface PathParts {
  /** The folder, `issues` or one in it. */
  folder: string
  /** The date at the beginning of the name, with the character behind it. */
  date: string
  separator: string
  /** The rest of the name. */
  rest: string
  /** `.md`, or the file in a folder of the issue's own: `/index.md`. */
  ending: string
}

/** A name with a number: `issue-042-title`. */
interface NumberedName {
  prefix: string
  /** With its leading zeros. */
  digits: string
  tail: string
}

const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?!\d)([-_. ]?)(.*)$/s

/** Words before a number that make it the issue's. */
const numberWord = /^(?:issue|no|nr|number|vol|volume|edition|episode|ep|ausgabe|numero)[-_. ]?$/i

/**
 * Finds the number that an issue has in its name. A number in a title (`top-10-tools`) is none: it stands alone, at the
 * beginning, behind a word such as `issue`, or counts on from the one in another issue's name.
 */
export function findNameNumber(issue: ArchiveIssue, archive: readonly ArchiveIssue[]): number | undefined {
  const name = parseNumberedName(issue, archive)
  return name && Number(name.digits)
}

/**
 * Formats the path of the next issue in the way of the last ones: with or without a date, a number that counts on, a
 * title, a folder of its own, and folders of years and months.
 * @param latestFirst the archive; without any issue the name is the date and the title
 * @param next `day` as `2025-01-14`, and the title's slug, which may be empty
 */
export function formatIssuePath(
  latestFirst: readonly ArchiveIssue[],
  { day, titleSlug }: { day: string; titleSlug: string },
): string {
  const last = findTypical(latestFirst, titleSlug !== '')
  if (!last) return `issues/${joinParts([day, titleSlug], '-')}.md`
  const { folder, date, separator, rest, ending } = splitPath(last.path)
  const numbered = parseNumberedName(last, latestFirst)
  const ownFolder = moveToMonth(folder, last.date, day)
  const name = numbered
    ? formatNumbered(numbered, titleSlug, latestFirst)
    : rest === '' || isRepeated(last, latestFirst)
      ? rest
      : titleSlug
  const dates = date === '' ? [] : [day]
  const whole = joinParts([...dates, name], separator || '-')
  return `${ownFolder}/${whole === '' ? day : whole}${ending}`
}

/** How many of the last issues show the habit. */
const considered = 5

/**
 * The last issue whose name has the form that most of the last ones have.
 * @param hasTitle whether the next issue has a title. Others may have none for want of one: of two forms that differ in it
 * alone, the one with a title is taken
 */
function findTypical(latestFirst: readonly ArchiveIssue[], hasTitle: boolean): ArchiveIssue | undefined {
  const recent = latestFirst
    .slice(0, considered)
    .map((issue) => ({ issue, ...describeForm(issue, latestFirst) }))
  const count = (form: string) => recent.filter((other) => other.form === form).length
  const typical = recent.toSorted((a, b) => count(b.form) - count(a.form))[0]
  const titled = recent.find((each) => each.form === typical?.form && each.hasTitle)
  return (hasTitle && titled ? titled : typical)?.issue
}

/** Whether other issues have the same words behind their dates: `2025-01-07-newsletter`. */
function isRepeated(issue: ArchiveIssue, latestFirst: readonly ArchiveIssue[]): boolean {
  const { date, rest } = splitPath(issue.path)
  const others = latestFirst.slice(0, considered).filter((other) => other !== issue)
  return date !== '' && others.some((other) => splitPath(other.path).rest === rest)
}

function describeForm(
  issue: ArchiveIssue,
  archive: readonly ArchiveIssue[],
): { form: string; hasTitle: boolean } {
  const { date, rest, ending } = splitPath(issue.path)
  const numbered = parseNumberedName(issue, archive)
  const hasTitle = numbered ? numbered.tail !== '' : rest !== ''
  return { form: JSON.stringify([date !== '', numbered?.prefix, ending]), hasTitle }
}

function formatNumbered(
  { prefix, digits, tail }: NumberedName,
  titleSlug: string,
  archive: readonly ArchiveIssue[],
): string {
  const numbers = archive.flatMap((issue) => {
    const name = parseNumberedName(issue, archive)
    return name?.prefix === prefix ? Number(name.digits) : []
  })
  const next = String(Math.max(Number(digits), ...numbers) + 1).padStart(digits.length, '0')
  if (tail === '' || titleSlug === '') return prefix + next
  return `${prefix}${next}${/^[-_. ]+/.exec(tail)?.[0] ?? '-'}${titleSlug}`
}

function parseNumberedName(issue: ArchiveIssue, archive: readonly ArchiveIssue[]): NumberedName | undefined {
  const own = splitNumber(issue)
  if (!own) return undefined
  const number = Number(own.digits)
  if (issue.number === number) return own
  const isFirstPart = own.tail === '' || /^[-_. ]/.test(own.tail)
  const { date } = splitPath(issue.path)
  const looksLikeYear = number >= 1900 && number <= 2100
  const isAlone = own.prefix === '' && date === '' && !looksLikeYear
  if (isFirstPart && (isAlone || numberWord.test(own.prefix))) return own
  if (own.tail === '' && date === '' && !looksLikeYear) return own
  const countsOn = archive.some((other) => {
    const name = splitNumber(other)
    return name?.prefix === own.prefix && Number(name.digits) === number - 1
  })
  return isFirstPart && countsOn ? own : undefined
}

function splitNumber({ path }: ArchiveIssue): NumberedName | undefined {
  const [, prefix = '', digits, tail = ''] = /^(\D*)(\d{1,6})(?!\d)(.*)$/s.exec(splitPath(path).rest) ?? []
  return digits === undefined ? undefined : { prefix, digits, tail }
}

function splitPath(path: string): PathParts {
  const [base, folder] = [posix.basename(path), posix.dirname(path)]
  const isBundle = /^index\./i.test(base) && folder.includes('/')
  const name = isBundle ? posix.basename(folder) : base.replace(/\.[^.]*$/, '')
  const [, date = '', separator = '', rest = name] =
    extractDate(name) === undefined ? [] : (dated.exec(name) ?? [])
  return {
    folder: isBundle ? posix.dirname(folder) : folder,
    date,
    separator,
    rest,
    ending: isBundle ? `/${base}` : posix.extname(base),
  }
}

/** Replaces the folders of the last issue's year and month by those of the new day: `issues/2024/12`. */
function moveToMonth(folder: string, lastDate: string | undefined, day: string): string {
  if (lastDate === undefined) return folder
  const parts = folder.split('/')
  const year = parts.indexOf(lastDate.slice(0, 4))
  if (year === -1) return folder
  const isMonth = parts[year + 1] === lastDate.slice(5, 7)
  return parts
    .map((part, index) =>
      index === year ? day.slice(0, 4) : isMonth && index === year + 1 ? day.slice(5, 7) : part,
    )
    .join('/')
}

function joinParts(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator)
}
