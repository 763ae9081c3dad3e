import type { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { appendLines, findForeignLanguage } from './foreign-languages.ts'
import { translateEntries } from './translate-entries.ts'

/** Keys of front matter with which no text for readers begins, here and in Pelican, Hugo and MultiMarkdown. */
const matterKeys = new Set(['title', 'subject', 'preheader', 'slug', 'layout', 'template', 'draft'])

/** Keys that a text can begin with too (`Date: 5 May`, `From: …`): two of them are front matter. */
const weakKeys = new Set([
  ...['date', 'author', 'authors', 'from', 'lang', 'tags', 'category', 'categories', 'status'],
  ...['summary', 'description', 'modified', 'sponsor'],
])

const keyLine = /[A-Za-z][\w-]*:(?:[ \t][^\r\n]*)?(?:\r?\n|$)/

/** `key: value` lines at the top, with the line after them. */
const keyLines = new RegExp(`^\\s*((?:${keyLine.source})+)([^\\r\\n]*)`)

/** The same between two lines that are no `---`: as an editor has corrected them (`—`), or as somebody remembers them. */
const fenced = new RegExp(
  `^\\s*(?<fence>-{2}|-{4,}|[–—]+|[*_=~]{3,})[ \\t]*\\r?\\n(?<lines>(?:${keyLine.source})+)\\k<fence>[ \\t]*(?:\\r?\\n|$)`,
)

/** The same between lines of `---`, below a heading, a comment or a short text. */
const late = new RegExp(
  `^(?<before>(?:[^\\r\\n]*\\r?\\n){1,8}?)---[ \\t]*\\r?\\n(?<lines>(?:${keyLine.source})+)---[ \\t]*(?:\\r?\\n|$)`,
)

/**
 * Reports front matter that would be printed as text: of other tools, such as TOML between `+++` (Hugo, Zola), `Title: …`
 * lines without `---` (Pelican, MultiMarkdown) or JSON; between other lines than `---`; or below other text.
 * @param text the text, which does not begin with `---`
 * @returns where the Markdown begins
 */
export function reportForeignHead(file: VFile, text: string): number {
  const language = findForeignLanguage(text, String(file))
  if (language) {
    const { name, note, start, end } = language
    report(file, `Unexpected front matter language ${name}, expected YAML`, {
      ruleId: 'front-matter-language',
      place: createPlace(file, start, firstLine(text.slice(start)).length),
      note,
    })
    return end
  }
  return reportFences(file, text) || reportLateStart(file, text) || reportKeyLines(file, text)
}

function reportFences(file: VFile, text: string): number {
  const head = fenced.exec(text)
  const { fence = '', lines = '' } = head?.groups ?? {}
  if (!head || !isMatter(lines)) return 0
  report(file, `Unexpected \`${fence}\` around the front matter, expected \`---\``, {
    ruleId: 'front-matter-dashes',
    place: createPlace(file, text.indexOf(fence), fence.length),
    note: 'Readers would see these lines as text. Write three hyphens, `---`, on the line above the first key and on the line below the last.',
  })
  return head[0].length
}

/** Front matter below a blank line, a space or other text would be printed as text. */
function reportLateStart(file: VFile, text: string): number {
  const space = /^[ \t\r\n]+---[ \t]*\r?\n(?=[A-Za-z_]+[ \t]*:)[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  const head = space ?? late.exec(text)
  if (!head || !(space || isMatter(head.groups?.lines ?? ''))) return 0
  const start = space ? head[0].indexOf('---') : (head.groups?.before ?? '').length
  report(file, `Unexpected ${space ? 'white space' : 'text'} before the front matter`, {
    ruleId: 'front-matter-dashes',
    place: createPlace(file, start, 3),
    note: space
      ? 'Its first `---` must be the very first thing in the file. Remove what is before it.'
      : 'Its first `---` must be the very first thing in the file: here readers would see these lines as text. Move what is above them below the second `---`.',
  })
  return space ? head[0].length : 0
}

function reportKeyLines(file: VFile, text: string): number {
  const [, lines = '', next = ''] = keyLines.exec(text) ?? []
  // With `===` below, the line is a heading.
  if (/^=+[ \t]*$/.test(next) || !isMatter(lines)) return 0
  const start = text.indexOf(lines)
  const { length } = firstLine(lines)
  // Without the tokens of merge tags, whose length is that of the tags.
  const first = String(file).slice(start, start + length)
  report(file, 'Missing `---` lines around the front matter', {
    ruleId: 'front-matter-dashes',
    place: createPlace(file, start, length),
    note: appendLines(
      `Readers would see these lines as text. Write \`---\` on a line above \`${first}\` and on a line below the last key. If it is text, make it bold: \`**${first.split(':', 1)[0]}:** …\`.`,
      translateEntries(readKeyLines(String(file).slice(start, start + lines.length))),
    ),
  })
  return 0
}

/** The entries of `Key: value` lines; numbers and `true` stay texts, as these programs read them. */
function readKeyLines(lines: string): Record<string, string> {
  const entries = lines.split(/\r?\n/).map((line) => /^([^:]+):[ \t]*(.*)$/.exec(line))
  return Object.fromEntries(entries.flatMap((match) => (match?.[2] ? [[match[1], match[2].trim()]] : [])))
}

function isMatter(lines: string): boolean {
  const keys = lines.split('\n').map((line) => line.split(':', 1)[0]?.toLowerCase() ?? '')
  return keys.some((key) => matterKeys.has(key)) || keys.filter((key) => weakKeys.has(key)).length > 1
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}

function createPlace(file: VFile, offset: number, length: number) {
  const points = createPoints(file)
  const [start, end] = [points.toPoint(offset), points.toPoint(offset + length)]
  return start && end && { start, end }
}
