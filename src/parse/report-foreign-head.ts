import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { report } from '../diagnostics/report.ts'

/** Keys of front matter with which no text for readers begins, here and in Pelican, Hugo and MultiMarkdown. */
const matterKeys = new Set(['title', 'subject', 'preheader', 'slug', 'layout', 'template', 'draft'])

/** Keys that a text can begin with too (`Date: 5 May`, `From: …`): two of them are front matter. */
const weakKeys = new Set([
  ...['date', 'author', 'authors', 'from', 'lang', 'tags', 'category', 'categories', 'status'],
  ...['summary', 'description', 'modified', 'sponsor'],
])

/** `key: value` lines at the top, with the line after them. */
const keyLines = /^\s*((?:[A-Za-z][\w-]*:(?:[ \t][^\r\n]*)?(?:\r?\n|$))+)([^\r\n]*)/

/** TOML between lines of `+++`, as Hugo and Zola write it; the second line is a key, a table or a comment. */
const tomlHead = /^\s*(\+{3})[ \t]*\r?\n(?=\s*(?:["\w.-]+[ \t]*=|\[|#))(?:[\s\S]*?\n)?\+{3}[ \t]*(?:\r?\n|$)/
const tomlEntry = /^[ \t]*([\w-]+)[ \t]*=[ \t]*([^\r\n]*)/m

/**
 * Reports front matter of other tools, which would be printed as text: TOML between `+++`, and `Title: …` lines without
 * `---` (Pelican, MultiMarkdown).
 * @param text the text, which does not begin with `---`
 * @returns where the Markdown begins
 */
export function reportForeignHead(file: VFile, text: string): number {
  const toml = tomlHead.exec(text)
  if (toml) {
    reportToml(file, toml[0])
    return toml[0].length
  }
  const [, lines = '', next = ''] = keyLines.exec(text) ?? []
  const keys = lines.split('\n').map((line) => line.split(':', 1)[0]?.toLowerCase() ?? '')
  // With `===` below, the line is a heading.
  if (/^=+[ \t]*$/.test(next) || !isMatter(keys)) return 0
  const start = text.indexOf(lines)
  const { length } = lines.split(/\r?\n/, 1)[0] ?? ''
  // Without the tokens of merge tags, whose length is that of the tags.
  const first = String(file).slice(start, start + length)
  report(file, 'Missing `---` lines around the front matter', {
    ruleId: 'front-matter-dashes',
    place: createPlace(file, start, length),
    note: `Readers would see these lines as text. Write \`---\` on a line above \`${first}\` and on a line below the last key, and begin keys with a small letter. If it is text, make it bold: \`**${first.split(':', 1)[0]}:** …\`.`,
  })
  return 0
}

function isMatter(keys: readonly string[]): boolean {
  return keys.some((key) => matterKeys.has(key)) || keys.filter((key) => weakKeys.has(key)).length > 1
}

function reportToml(file: VFile, head: string): void {
  const [, key = 'title', value = '"…"'] = tomlEntry.exec(String(file).slice(0, head.length)) ?? []
  report(file, 'Unexpected front matter language TOML, expected YAML', {
    ruleId: 'front-matter-language',
    place: createPlace(file, head.indexOf('+'), 3),
    note: `Write \`---\` instead of both \`+++\` lines, and a colon instead of each \`=\`: \`${key}: ${value.trim()}\` instead of \`${key} = ${value.trim()}\`. A table such as \`[params]\` is written \`params:\`, with its keys indented by two spaces below it.`,
  })
}

function createPlace(file: VFile, offset: number, length: number) {
  const points = location(file)
  const [start, end] = [points.toPoint(offset), points.toPoint(offset + length)]
  return start && end && { start, end }
}
