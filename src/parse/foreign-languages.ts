import { isEntries } from './adapt-entries.ts'
import { parseToml } from './parse-toml.ts'
import { translateEntries } from './translate-entries.ts'

/** Front matter in another language than YAML, at the top of an issue. */
export interface ForeignHead {
  name: string
  note: string
  /** Offsets in UTF-16 units: its beginning, and that of the Markdown below it. */
  start: number
  end: number
}

/** TOML between lines of `+++`, as Hugo and Zola write it; the second line is a key, a table or a comment. */
const toml = /^\s*(\+{3})[ \t]*\r?\n(?=\s*(?:["\w.-]+[ \t]*=|\[|#))(?:[\s\S]*?\n)?\+{3}[ \t]*(?:\r?\n|$)/
const tomlEntry = /^[ \t]*([\w-]+)[ \t]*=[ \t]*([^\r\n]*)/m

const yaml =
  'Write `---` on the first line, `key: value` lines such as `title: …` below it, and `---` below the last'

/** Each has to begin at the top, and to contain a key that no text begins with. */
const languages: readonly { name: string; pattern: RegExp; note: string }[] = [
  {
    // Hugo, and gray-matter's `;;;`.
    name: 'JSON',
    pattern: /^\s*(?:;{3}[ \t]*\r?\n)?\{\s*"\w+"\s*:[\s\S]*?\n\s*\}[ \t]*(?:\r?\n;{3})?[ \t]*(?:\r?\n|$)/,
    note: `${yaml}, without brackets and commas.`,
  },
  {
    name: 'reStructuredText',
    pattern: /^\s*(?:<!--\s*)?(?:(?:\.\. \w+:|:\w+:)[^\r\n]*(?:\r?\n|$)){2,}(?:\s*-->)?/,
    note: `${yaml}, without the dots or the first colons.`,
  },
  {
    // https://pandoc.org/MANUAL.html#extension-pandoc_title_block
    name: 'Pandoc',
    pattern: /^% [^\r\n]+(?:\r?\n%[^\r\n]*)+(?:\r?\n|$)/,
    note: `${yaml}, without the percent signs.`,
  },
  {
    name: 'Org',
    pattern: /^\s*(?:#\+\w+:[^\r\n]*(?:\r?\n|$))+/,
    note: `${yaml}, without \`#+\`.`,
  },
  {
    name: 'of a comment',
    pattern: /^\s*<!--\s*(?:(?:title|subject|layout|slug|date|draft|preheader): [^\r\n]*\s*){2,}-->/i,
    note: `${yaml}, without \`<!--\` and \`-->\`. Nothing in a comment is read.`,
  },
  {
    name: 'of a code block',
    pattern:
      /^\s*`{3}(?:ya?ml|toml|json)?[ \t]*\r?\n(?:title|subject|layout|slug|preheader)[ \t]*[:=][\s\S]*?\n`{3}/i,
    note: `${yaml}, without the lines of \`\`\`.`,
  },
]

/**
 * Finds front matter in a language that is not read, and would be printed as text.
 * @param text the text, with merge tags as tokens
 * @param written the same as it was written
 */
export function findForeignLanguage(text: string, written: string): ForeignHead | undefined {
  const [head] = toml.exec(text) ?? []
  if (head !== undefined)
    return {
      name: 'TOML',
      note: appendLines(
        describeToml(written.slice(0, head.length)),
        translateToml(written.slice(0, head.length)),
      ),
      start: head.indexOf('+'),
      end: head.length,
    }
  for (const { name, pattern, note } of languages) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) {
      const start = found.length - found.trimStart().length
      const lines = name === 'JSON' ? translateJson(written.slice(0, found.length)) : undefined
      return { name, note: appendLines(note, lines), start, end: found.length }
    }
  }
  return undefined
}

function describeToml(head: string): string {
  const [, key = 'title', value = '"…"'] = tomlEntry.exec(head) ?? []
  return `Write \`---\` instead of both \`+++\` lines, and a colon instead of each \`=\`: \`${key}: ${value.trim()}\` instead of \`${key} = ${value.trim()}\`. A table such as \`[params]\` is written \`params:\`, with its keys indented by two spaces below it.`
}

function translateToml(head: string): string | undefined {
  const entries = parseToml(head.replace(/^\s*\+{3}.*|\+{3}\s*$/g, ''))
  return entries && translateEntries(entries)
}

function translateJson(head: string): string | undefined {
  try {
    const entries: unknown = JSON.parse(head.replaceAll(';;;', ''))
    return isEntries(entries) ? translateEntries(entries) : undefined
  } catch {
    return undefined
  }
}

/** Adds the lines to write to a note. */
export function appendLines(note: string, lines: string | undefined): string {
  return lines === undefined ? note : `${note} These lines mean the same:\n${lines.replace(/^/gm, '  ')}`
}
