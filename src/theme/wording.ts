import * as v from 'valibot'
import type { VFile } from 'vfile'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { parseTemplateYaml } from './parse-template-yaml.ts'
import type { Strings, Wording } from './theme.ts'

const schema = v.record(
  v.string(),
  v.record(v.string(), v.string('text'), 'the texts of a language, each with its key, below it'),
)

/**
 * Merges a `strings.yml` with the wording below it, language by language and key by key. Mistakes are reported on the file.
 * @param below the wording that the file overrides
 * @param file the `strings.yml`
 * @param files all files of the template, whose `strings.…` are the keys that have an effect
 */
export function mergeWording(below: Wording, file: VFile, files: ReadonlyMap<string, VFile>): Wording {
  const yaml = parseTemplateYaml(file)
  const own = validate(schema, yaml, file, { ruleId: 'theme-strings', subject: 'wording' }) as Wording
  const merged: Record<string, Strings | undefined> = { ...below }
  for (const [lang, strings] of Object.entries(own)) merged[lang] = { ...below[lang], ...strings }
  if (Object.keys(below).length > 0) reportWithoutEffect(own, below, { file, files, placeOf: yaml.placeOf })
  return merged
}

interface Places {
  file: VFile
  files: ReadonlyMap<string, VFile>
  placeOf: Yaml['placeOf']
}

/** A language as in BCP 47, of which `lang` in front matter has the same form: `de`, `pt-BR`, `zh-Hant-TW`. */
const languageTag = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i

/** Reports languages and keys that look like misspelled ones: the shipped wording would stay without a word. */
function reportWithoutEffect(own: Wording, below: Wording, { file, files, placeOf }: Places): void {
  const known = new Set(Object.values(below).flatMap((strings) => Object.keys(strings ?? {})))
  const used = findUsedKeys([...files.values()].map(String))
  for (const [lang, strings] of Object.entries(own)) {
    if (!languageTag.test(lang)) {
      report(file, `Unexpected language \`${lang}\`, expected a tag such as \`de\` or \`de-AT\``, {
        ruleId: 'theme-strings',
        place: placeOf([lang], 'key'),
        severity: 'warning',
        note: 'It has no effect: no issue can have it as its `lang`.',
      })
    }
    for (const [key, text] of Object.entries(strings ?? {})) {
      reportPlaceholders(text, { lang, key }, below, { file, files, placeOf })
      const near = known.has(key) || used.has(key) ? undefined : nearest(key, new Set([...known, ...used]))
      if (near === undefined) continue
      report(file, `Unexpected key \`${lang}.${key}\` in the wording, expected \`${near}\``, {
        ruleId: 'theme-strings',
        place: placeOf([lang, key], 'key'),
        severity: 'warning',
        note: 'It has no effect: no template uses a text of this name.',
      })
    }
  }
}

const placeholder = /\{[\w-]+\}/g

/** Reports a `{name}` that nothing replaces: the shipped text of the key has another one, or none. */
function reportPlaceholders(
  text: string,
  { lang, key }: { lang: string; key: string },
  below: Wording,
  { file, files, placeOf }: Places,
): void {
  const shipped = Object.values(below).flatMap((strings) => strings?.[key] ?? [])
  if (shipped.length === 0) return
  const known = [...new Set(shipped.flatMap((each) => each.match(placeholder) ?? []))]
  for (const written of text.match(placeholder) ?? []) {
    // A template of the newsletter's own can replace others.
    const isReplaced = [...files.values()].some((each) => each !== file && String(each).includes(written))
    if (known.includes(written) || isReplaced) continue
    const expected = known.length > 0 ? known.map((each) => `\`${each}\``).join(' or ') : 'plain words'
    report(file, `Unexpected \`${written}\` in \`${lang}.${key}\`, expected ${expected}`, {
      ruleId: 'theme-strings',
      place: placeOf([lang, key]),
      severity: 'warning',
      note: 'Nothing is put in its place: readers would see it as it is written.',
    })
  }
}

/** The keys of the wording that templates print: `strings.view_online`, `strings["view_online"]`. */
function findUsedKeys(sources: Iterable<string>): Set<string> {
  return new Set(
    [...sources].flatMap((source) =>
      [...source.matchAll(/\bstrings(?:\.|\[["'])([\w-]+)/g)].map(([, key = '']) => key),
    ),
  )
}
