/** A template's `enhancements` stand in its `theme.yml` beside its design tokens. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { isFeature } from '../../src/mail-clients/features.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

function toTheme(yaml: string) {
  const file = new VFile({ path: 'templates/own/theme.yml', value: yaml })
  const base = new VFile({
    path: 'templates/default/theme.yml',
    value: 'accent: "#000000"\nenhancements: { css-position: of the base, css-filter: of the base }',
  })
  const files = new Map([
    ['default/theme.yml', base],
    ['own/theme.yml', file],
  ])
  const theme = createThemes(files, defaultSettings).get('own')
  return { theme, messages: file.messages.map(String) }
}

test('are no tokens, and inherited as tokens are', () => {
  const { theme, messages } = toTheme('ink: "#111111"\nenhancements:\n  css-filter: my own\n  css-gap: mine')
  expect(messages).toEqual([])
  expect(theme?.tokens).toEqual({ accent: '#000000', ink: '#111111' })
  expect(theme?.enhancements).toEqual({
    'css-position': 'of the base',
    'css-filter': 'my own',
    'css-gap': 'mine',
  })
})

test('may be missing or empty', () => {
  expect(toTheme('enhancements:\n').messages).toEqual([])
  expect(toTheme('').theme?.enhancements).toEqual({
    'css-position': 'of the base',
    'css-filter': 'of the base',
  })
})

test('are a map of reasons', () => {
  expect(toTheme('enhancements: [css-gap]').messages).toEqual([
    expect.stringMatching(/^templates\/own\/theme.yml:1:15.*Unexpected list, expected/),
  ])
  expect(toTheme('enhancements:\n  css-gap:\n  css-filter: 3').messages).toEqual([
    expect.stringMatching(/theme.yml:2:3.*`css-gap`, expected a text: why/),
    expect.stringMatching(/theme.yml:3:15.*Unexpected `3` in `css-filter`, expected a text: why/),
  ])
  expect(toTheme('accent: [1]').messages).toEqual([
    expect.stringMatching(/`accent`, expected text or a number/),
  ])
})

test('of the shipped templates are features of caniemail', () => {
  const themes = createThemes(loadTemplates(), defaultSettings)
  for (const name of themes.names)
    expect(Object.keys(themes.get(name)?.enhancements ?? {}).filter((slug) => !isFeature(slug))).toEqual([])
})
