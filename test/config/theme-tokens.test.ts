/** Design tokens have the types of their defaults, in a template's `theme.yml` as in the config. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { validateThemeSettings } from '../../src/newsletter/validate-theme-settings.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectedToken } from '../../src/theme/token-types.ts'

test.each([
  [
    '#0f766e',
    [
      '#b3261e',
      '#FFF',
      'teal',
      'rgb(0 0 0 / 50%)',
      'hsl(10, 20%, 30%)',
      'oklch(0.7 0.1 200)',
      'transparent',
      'currentColor',
    ],
  ],
  [600, [580, 0, 1.5, '600']],
  [
    'Georgia,serif',
    [
      'Georgia',
      `-apple-system,'Segoe UI',Arial`,
      '"Gill Sans", serif',
      'Noto Sans JP, sans-serif',
      'ＭＳ 明朝,serif',
    ],
  ],
  ['', ['images/logo.png', '', 'https://example.com/a,b.png', 5]],
])('a token with the default `%s` can be %j', (fallback, values) => {
  expect(values.map((value) => expectedToken(value, fallback))).toEqual(values.map(() => undefined))
})

test.each([
  ['#0f766e', ['nope', '', 'fade', '0f766e', '#12345', '#ggg', 123456, '#fff;color:red', 'Georgia,serif']],
  [600, ['wide', '600px', '', '#fff', -1, '100%']],
  ['Georgia,serif', ['', '#0f766e', 600, 'Georgia,,serif', "'Segoe UI,serif", 'serif;color:red', '1 2']],
])('a token with the default `%s` cannot be %j', (fallback, values) => {
  for (const value of values)
    expect(expectedToken(value, fallback), String(value)).toMatch(/^(?:a colour|a number|names)/)
})

const shipped = loadTemplates()

/** The templates of a newsletter with files of its own, by their paths in `templates/`. */
function createOwn(own: Record<string, string>, theme: Settings['theme'] = {}) {
  const settings = { ...defaultSettings, template: 'own', theme }
  const files = new Map(shipped)
  for (const [path, value] of Object.entries(own)) {
    files.set(path, new VFile({ path: `templates/${path}`, value, data: { shipped: shipped.get(path) } }))
  }
  const themes = createThemes(files, settings)
  for (const path of Object.keys(own)) themes.get(path.split('/')[0] ?? '')
  const messages = Object.keys(own).flatMap((path) => files.get(path)?.messages.map(String) ?? [])
  return { settings, themes, messages }
}

test.each(['default', 'letter', 'own'])('the template %s reports the tokens of its theme.yml', (name) => {
  const yaml = 'accent: nope\nwidth: wide\nacent: "#b3261e"\ntext-font: Georgia\n'
  const { messages } = createOwn({ [`${name}/theme.yml`]: yaml })
  expect(messages).toEqual([
    expect.stringMatching(/theme.yml:1:9-1:13: Unexpected `nope` in `accent`, expected a colour/),
    expect.stringMatching(/theme.yml:2:8-2:12: Unexpected `wide` in `width`, expected a number/),
    expect.stringMatching(/theme.yml:3:1-3:6: Unexpected design token `acent`, expected `accent`/),
  ])
})

test('a token that the template itself uses is known', () => {
  const { messages } = createOwn({
    'own/theme.yml': 'ribbon: "#b3261e"\nedge: 3\nseal: x\n',
    'own/style.css': 'a { color: var(--ribbon); border-width: var( --edge )px }',
    'own/partials/seal.html': '{{ theme["seal"] }}',
  })
  expect(messages).toEqual([])
})

test('a token that nothing uses is reported only if it is similar to another', () => {
  expect(createOwn({ 'own/theme.yml': 'confetti: 3\n' }).messages).toEqual([])
  expect(createOwn({ 'own/theme.yml': 'gutters: 3\n' }).messages).toEqual([
    expect.stringMatching(/:1:1-1:8: Unexpected design token `gutters`, expected `gutter`/),
  ])
})

test.each<[Settings['theme'], string[]]>([
  [{ accent: 'nope' }, ['Unexpected `nope` in `theme.accent`, expected a colour such as `"#0f766e"`']],
  [{ acent: 'red' }, ['Unexpected design token `theme.acent`, expected `accent`']],
  [{ ribbon: 'wide' }, ['Unexpected `wide` in `theme.ribbon`, expected a colour such as `"#0f766e"`']],
  [{ 'logo-dark': 'a.png' }, ['Missing `theme.logo`, whose place `theme.logo-dark` takes in dark mode']],
  [{ logo: 'a.png', 'logo-dark': 'b.png' }, []],
  [{ accent: 'teal', ribbon: '#fff', seal: 'anything', sheet: '#fff', logo: 'logo.png', width: 640 }, []],
])('the config with %j', (theme, expected) => {
  const own = {
    'own/theme.yml': 'ribbon: "#b3261e"\n',
    'own/style.css': 'a { color: var(--ribbon, var(--seal)) }',
  }
  const { settings, themes } = createOwn(own, theme)
  const file = new VFile({ path: 'issue.config.mjs', value: '' })
  validateThemeSettings(settings, file, themes, [])
  expect(file.messages.map(({ reason }) => reason)).toEqual(expected)
})
