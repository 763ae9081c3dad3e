import matter from 'gray-matter'
import type { InferOutput } from 'valibot'
import type { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { hasToken, token } from '../private-use.ts'
import { extractIssueName } from '../urls/issue-paths.ts'
import { parseYaml, type Unquote, type Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { adaptEntries, reportSponsorMap } from './adapt-entries.ts'
import { extractDate } from './date-text.ts'
import { describeDate } from './describe-date.ts'
import { type FrontMatterRange, frontMatterRange } from './front-matter-range.ts'
import { frontMatterSchema, ownKeys } from './front-matter-schema.ts'
import { reportForeignHead } from './report-foreign-head.ts'
import { reportForeignKeys } from './report-foreign-keys.ts'

export interface FrontMatter {
  /** The valid entries, as written. */
  entries: Partial<InferOutput<typeof frontMatterSchema>>
  yaml: Yaml
  /** Where the Markdown begins, in UTF-16 units. */
  bodyOffset: number
}

/**
 * Extracts the front matter of an issue. Each mistake is reported at its line.
 * @param file the issue, for messages
 * @param tags its text, with merge tags as tokens
 */
export function extractFrontMatter(file: VFile, { text, protect, restore }: TagStore): FrontMatter {
  const none = parseYaml('', file)
  const range = frontMatterRange(text)
  if (!range) {
    return { entries: {}, yaml: none, bodyOffset: reportForeignHead(file, text) }
  }
  if (!/^(?:ya?ml)?$/i.test(range.language)) return reportLanguage(file, range)
  if (!range.isClosed) return reportUnclosed(file, range)

  // The token of a tag in a quoted string contains YAML's escapes, which the provider must not get.
  const unquote: Unquote = (value, mark) =>
    value.replace(token, (tag) => {
      const written = restore(tag)
      const unescaped = mark === '"' ? written.replace(/\\(["\\/])/g, '$1') : written.replaceAll("''", "'")
      return unescaped === written ? tag : protect(unescaped)
    })
  let yaml = none
  const parse = (source: string): object => {
    yaml = parseYaml(source, file, range.contentEnd - source.length, hasToken(source) ? unquote : undefined)
    return {}
  }
  // With options gray-matter does not use its cache. Every engine that could run code is replaced.
  const { content } = matter(text, {
    language: 'yaml',
    engines: { yaml: parse, yml: parse, javascript: parse, json: parse },
  })
  const adapted = reportSponsorMap(adaptEntries(yaml, ownKeys), file)
  const foreign = reportForeignKeys(adapted, file, {
    present: extractDate(extractIssueName(file.path ?? '')) === undefined ? [] : ['date'],
    restore,
  })
  const entries = validate(frontMatterSchema, adapted, file, {
    ruleId: 'front-matter',
    subject: 'front matter',
    ignored: foreign.keys,
    ownData: 'params',
    notes: { date: describeDate },
  })
  if (foreign.isDraft) entries.draft = true
  return { entries, yaml: adapted, bodyOffset: text.length - content.length }
}

/** `---js` would let gray-matter run the front matter as a program. */
function reportLanguage(file: VFile, { language, end: bodyOffset }: FrontMatterRange): FrontMatter {
  const points = createPoints(file)
  const start = points.toPoint(3)
  const end = points.toPoint(3 + language.length)
  report(file, `Unexpected front matter language \`${language}\`, expected YAML`, {
    ruleId: 'front-matter-language',
    place: start && end && { start, end },
    note: 'Front matter never runs code. Write a plain `---` line and `key: value` lines below it.',
  })
  return { entries: {}, yaml: parseYaml('', file), bodyOffset }
}

function reportUnclosed(file: VFile, { end }: FrontMatterRange): FrontMatter {
  report(file, 'Missing closing `---` of the front matter', {
    ruleId: 'front-matter-unclosed',
    place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } },
    note: 'Put a line with `---` below the last key. A divider at the top of an issue can be written `***`.',
  })
  return { entries: {}, yaml: parseYaml('', file), bodyOffset: end }
}
