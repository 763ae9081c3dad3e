/** Design tokens have the types of their defaults, in a template's `theme.yml` as in the config. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from '../../src/css/contrast.ts'
import { parseColour } from '../../src/css/parse-colour.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { validateThemeSettings } from '../../src/newsletter/validate-theme-settings.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { findExceededRange } from '../../src/theme/token-ranges.ts'
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
  [{ width: 320 }, []],
  [{ width: 900 }, []],
  [{ width: 10000 }, ['Unexpected `10000` in `theme.width`, expected a number of pixels from 320 to 900']],
  [{ width: 319 }, ['Unexpected `319` in `theme.width`, expected a number of pixels from 320 to 900']],
  [
    { width: '600px' },
    ['Unexpected `600px` in `theme.width`, expected a number of pixels without a unit, such as `600`'],
  ],
  [{ gutter: 400 }, ['Unexpected `400` in `theme.gutter`, expected a number of pixels from 0 to 120']],
  [{ radius: 999 }, ['Unexpected `999` in `theme.radius`, expected a number of pixels from 0 to 100']],
  [
    { 'logo-height': 0 },
    ['Unexpected `0` in `theme.logo-height`, expected a number of pixels from 8 to 300'],
  ],
  [{ 'text-size': 2 }, ['Unexpected `2` in `theme.text-size`, expected a number of pixels from 12 to 32']],
  [{ 'text-line': 2 }, ['Unexpected `2` in `theme.text-line`, expected a number of pixels from 12 to 64']],
  [
    { 'phone-line': 99 },
    ['Unexpected `99` in `theme.phone-line`, expected a number of pixels from 12 to 64'],
  ],
  [{ space: 999 }, ['Unexpected `999` in `theme.space`, expected a number of pixels from 0 to 100']],
  [{ section: 999 }, ['Unexpected `999` in `theme.section`, expected a number of pixels from 0 to 200']],
  [{ 'text-size': 20, 'text-line': 22, 'phone-line': 22 }, []],
  [
    { 'text-size': 32, 'text-line': 12, 'phone-line': 36 },
    ['Unexpected `12` in `theme.text-line`, expected 36 or more with `text-size: 32`'],
  ],
  [
    { 'text-size': 26 },
    [
      'Unexpected `26` in `theme.text-size`, expected 25 or less with `text-line: 28`',
      'Unexpected `26` in `theme.text-size`, expected 23 or less with `phone-line: 26`',
    ],
  ],
  [
    { density: 'airy', 'phone-line': 19 },
    ['Unexpected `19` in `theme.phone-line`, expected 20 or more with `text-size: 18`'],
  ],
  [{ width: 480, gutter: 120 }, []],
  [
    { width: 320, gutter: 120 },
    ['Unexpected `120` in `theme.gutter`, expected 40 or less with `width: 320`'],
  ],
  [{ neutrals: 'pink' }, ['Unexpected `pink` in `theme.neutrals`, expected `warm`, `cool` or `white`']],
  [{ masthead: 'centered' }, ['Unexpected `centered` in `theme.masthead`, expected `centred`']],
  [{ 'text-font': 'helvetic' }, ['Unexpected `helvetic` in `theme.text-font`, expected `helvetica`']],
  [{ 'text-font': 'inter', 'heading-font': 'Charter' }, []],
  [{ neutrals: 'white', heading: 'sans', masthead: 'centred', density: 'airy', 'code-font': 'courier' }, []],
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

test('a theme.yml whose measures do not fit those below it is reported, unless the config has others', () => {
  const yaml = 'text-line: 12\nwidth: 320\n'
  const own = { 'default/theme.yml': 'gutter: 60\n', 'own/theme.yml': yaml }
  expect(createOwn(own).messages).toEqual([
    expect.stringMatching(/theme.yml:1:12-1:14: Unexpected `12` in `text-line`, expected 19 or more/),
    expect.stringMatching(
      /theme.yml:2:8-2:11: Unexpected `320` in `width`, expected 360 or more with `gutter: 60`/,
    ),
  ])
  expect(createOwn(own, { 'text-size': 30, 'text-line': 40, gutter: 20 }).messages).toEqual([])
})

test('every measure of the shipped templates has a range, which its defaults are in', () => {
  for (const name of ['default', 'letter', 'digest', 'brand']) {
    const { themes } = createOwn({})
    for (const [token, value] of Object.entries(themes.get(name)?.tokens ?? {})) {
      if (typeof value !== 'number') continue
      expect(findExceededRange(token, value), token).toBeUndefined()
      expect(findExceededRange(token, 100_000), token).toBeDefined()
    }
  }
})

/** The tokens of a template with a config's `theme`. */
function resolveTokens(theme: Settings['theme'], own: Record<string, string> = {}, name = 'default') {
  return createOwn(own, theme).themes.get(name)?.tokens ?? {}
}

test('a choice sets its tokens, each of which can be overridden', () => {
  expect(resolveTokens({ neutrals: 'white', panel: '#fafafa', density: 'compact' })).toMatchObject({
    sheet: '#ffffff',
    'dark-sheet': '#18181b',
    panel: '#fafafa',
    'text-size': 16,
    'text-line': 24,
  })
  expect(resolveTokens({ neutrals: 'cool' }, {}, 'letter')).toMatchObject({ paper: '#fdfeff' })
})

test('a choice in a theme.yml is overridden by the config', () => {
  const own = { 'default/theme.yml': 'neutrals: cool\n' }
  expect(resolveTokens({}, own)).toMatchObject({ ink: '#1f2630' })
  expect(resolveTokens({ neutrals: 'warm' }, own)).toMatchObject({ ink: '#2a2622' })
})

test('a template can have choices and typefaces of its own', () => {
  const own = {
    'own/theme.yml': `
      neutrals: night
      text-font: ours
      choices: { neutrals: { night: { sheet: "#000000" } } }
      fonts: { ours: "Ours,sans-serif" }
    `,
  }
  expect(createOwn(own).messages).toEqual([])
  expect(resolveTokens({}, own, 'own')).toMatchObject({ sheet: '#000000', 'text-font': 'Ours,sans-serif' })
})

test('a typeface by name stands for the fonts of its kind in Chinese, Japanese and Korean', () => {
  const usual = resolveTokens({})
  expect(usual['text-font-ja']).toMatch(/^'Yu Gothic'/)
  expect(resolveTokens({ 'text-font': 'charter' })).toMatchObject({
    'text-font': "Charter,'Bitstream Charter',Cambria,Georgia,serif",
    'text-font-ja': usual['heading-font-ja'],
  })
  expect(resolveTokens({ 'text-font': 'Inter,sans-serif' })['text-font-ja']).toBe('Inter,sans-serif')
  expect(resolveTokens({ 'text-font': 'charter', 'text-font-ja': 'Meiryo' })['text-font-ja']).toBe('Meiryo')
})

test('headings without serifs have the typeface of the text', () => {
  const usual = resolveTokens({ heading: 'sans' })
  expect(usual['heading-font']).toBe(usual['text-font'])
  expect(usual['heading-font-ko']).toBe(usual['text-font-ko'])
  expect(resolveTokens({ heading: 'sans', 'text-font': 'verdana' })['heading-font']).toBe(
    'Verdana,Geneva,sans-serif',
  )
})

test.each([
  ['#7c3aed', '#ffffff'],
  ['#f5b301', '#2a2622'],
])('the text on the accent %s is %s', (accent, expected) => {
  expect(resolveTokens({ accent })['accent-text']).toBe(expected)
  expect(resolveTokens({ accent, 'accent-text': '#123456' })['accent-text']).toBe('#123456')
})

/** All colours that the shipped choices can make. */
describe.each(['warm', 'cool', 'white'])('the neutrals %s', (neutrals) => {
  test.each([
    ['default', '#0f766e'],
    ['default', '#7c3aed'],
    ['letter', '#0f766e'],
  ])('of %s have readable text with the accent %s', (name, accent) => {
    const tokens = resolveTokens({ neutrals, accent }, {}, name)
    const ratio = (text: string, ground: string) => {
      const [one, other] = [text, ground].map((key) => parseColour(String(tokens[key]))?.rgb)
      return one && other ? contrastRatio(one, other) : 0
    }
    for (const mode of ['', 'dark-'])
      for (const ground of ['paper', 'sheet', 'panel'])
        for (const text of ['ink', 'soft', 'accent'])
          expect(ratio(mode + text, mode + ground), `${mode}${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(ratio('accent-text', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('dark-sheet', 'dark-accent')).toBeGreaterThanOrEqual(4.5)
  })
})
