/** The shipped templates as the package contains them: equal to those that are read and parsed from `templates/`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  precompileTemplates,
  readPrecompiledTemplates,
  readShippedTemplates,
} from '../../src/files/shipped-templates.ts'
import { defaultSettings } from '../../src/settings.ts'
import { isPrecompiled, parseTemplateYaml } from '../../src/theme/parse-template-yaml.ts'
import type { TemplateFiles } from '../../src/theme/template-layers.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'

const root = join(import.meta.dirname, '..', '..')
const packed = join(root, 'lib', 'templates.json')
const read = () => readShippedTemplates(root)
const readPacked = () => readPrecompiledTemplates(packed, root)

function listTexts(files: TemplateFiles): unknown[] {
  return [...files].map(([name, { path, cwd, value }]) => ({ name, path, cwd, value }))
}

test('are those of `templates/`, in its order', () => {
  expect(JSON.parse(readFileSync(packed, 'utf8'))).toEqual(precompileTemplates(root))
  expect(listTexts(readPacked())).toEqual(listTexts(read()))
})

test('have the data of their YAML, and its places', () => {
  const files = [...readPacked()].filter(([name]) => name.endsWith('.yml'))
  expect(files.map(([name]) => name)).toEqual([
    'brand/theme.yml',
    'default/strings.yml',
    'default/theme.yml',
    'digest/theme.yml',
    'letter/theme.yml',
  ])
  for (const [, file] of files) {
    const [known, parsed] = [parseTemplateYaml(file), parseYaml(String(file), file)]
    expect(known.value).toEqual(parsed.value)
    for (const key of Object.keys(known.value as object)) {
      expect(known.placeOf([key], 'key')).toEqual(parsed.placeOf([key], 'key'))
      expect(known.placeOf([key])).toEqual(parsed.placeOf([key]))
    }
  }
})

describe.each(['default', 'letter', 'digest', 'brand'])('the template %s', (name) => {
  test('has equal blocks, design tokens and wording, and no messages', () => {
    const [known, parsed] = [readPacked(), read()].map((files) =>
      createThemes(files, defaultSettings).get(name),
    )
    const languages = Object.keys(parsed?.wording ?? {})
    expect(languages).toContain('de')
    expect(known?.blocks.size).toBeGreaterThan(5)
    expect(known?.blocks).toEqual(parsed?.blocks)
    expect(known?.tokens).toEqual(parsed?.tokens)
    expect(known?.tokenDefaults).toEqual(parsed?.tokenDefaults)
    expect(known?.enhancements).toEqual(parsed?.enhancements)
    expect(known?.wording).toEqual(parsed?.wording)
    expect(known?.styleSheets.map(String)).toEqual(parsed?.styleSheets.map(String))
    const files = [known, parsed].flatMap((theme) => [...(theme?.files.values() ?? [])])
    expect(files.flatMap(({ messages }) => messages)).toEqual([])
  })
})

test('a file whose text was changed is parsed again', () => {
  const files = readPacked()
  const theme = files.get('default/theme.yml')
  expect(theme && isPrecompiled(theme)).toBe(true)
  if (theme) theme.value = String(theme).replace(/^accent: .*$/m, 'accent: "#123456"')
  expect(createThemes(files, defaultSettings).get('default')?.tokens.accent).toBe('#123456')
})
