import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import type { TemplateError } from '../../src/theme/engine.ts'
import { createThemes } from '../../src/theme/themes.ts'

const values = [
  'text',
  'missing',
  'missing.deep',
  'nothing',
  'nothing.deep',
  'zero',
  'off',
  'object.name',
  'object.missing',
  'object.missing.deep',
  'object["name"]',
  'object[key]',
  'object[missing]',
  'object[nil]',
  'object[blank]',
  'object.size',
  'object.constructor',
  'object.compute',
  'list',
  'list[0]',
  'list[-1]',
  'list[9]',
  'list[zero]',
  'list.first',
  'list.last.name',
  'list.size',
  'text.size',
  '"literal"',
  '"literal".size',
  '1.5',
  'nil',
  'blank',
  'empty',
  '(1..3)',
  '(zero..3)',
  '(1..missing)',
  'output',
]

const forms = [
  '{{ X }}',
  '{{ X | upcase }}',
  '{{ X | raw }}',
  '{{ X | size }}',
  '{{ X | default: "none" }}',
  '{{ X | upcase | default: "none" }}',
  '{{ X | sort | join: "," }}',
  '{{ X | map: "name" | join: "," }}',
  '{{ list | map: "name" | where_exp: "item", "item == X" | join: "," }}',
  '{{ "a" | append: X }}',
  '{{ "a" | replace: X, X }}',
  '{{ list[X] }}',
  '{{ object[X] }}',
  '{% if X %}yes{% else %}no{% endif %}',
  '{% if X.deep %}yes{% else %}no{% endif %}',
  '{% if X == nil %}yes{% else %}no{% endif %}',
  '{% if X == blank or X == empty %}yes{% else %}no{% endif %}',
  '{% if X and missing %}yes{% else %}no{% endif %}',
  '{% if not X %}yes{% else %}no{% endif %}',
  '{% if X contains "a" %}yes{% else %}no{% endif %}',
  '{% if X > 1 %}yes{% else %}no{% endif %}',
  '{% unless X %}yes{% endunless %}',
  '{% case X %}{% when text %}text{% when nil %}nil{% else %}other{% endcase %}',
  '{% assign given = X %}{{ given }}',
  '{% capture given %}{{ X }}{% endcapture %}{{ given }}',
  '{% for item in X %}{{ item }}{{ forloop.index }}{% endfor %}',
  '{% for item in list limit: X %}{{ item.name }}{% endfor %}',
  '{% cycle X, "b" %}{% cycle X, "b" %}',
  '{% render "partials/given.html", given: X %}',
  '{% render "partials/given.html" with X as given %}',
  '{% render "partials/given.html" for X as given %}',
]

const sources = forms.flatMap((form) => values.map((value) => form.replaceAll('X', value)))

const variables = {
  text: 'a < b',
  key: 'name',
  nothing: null,
  zero: 0,
  off: false,
  object: { name: 'Ada', number: 1, compute: () => 'computed' },
  list: [{ name: 'x' }, { name: 'y' }],
}

/** What each source gives: the output, or the mistake with its place. */
function renderAll(create: typeof createThemes): string[] {
  const files = new Map(loadTemplates())
  const addFile = (path: string, value: string) => files.set(path, new VFile({ path, value }))
  addFile('default/partials/given.html', '[{{ given }}]')
  for (const [number, source] of sources.entries()) addFile(`default/partials/case-${number}.html`, source)
  const theme = create(files, resolveSettings({ name: 'Liquid' }))?.get('default')
  return sources.map((source, number) => {
    const path = `partials/case-${number}.html`
    try {
      return `${source} → ${theme?.render(path, variables)}`
    } catch (error) {
      return `${source} → ${(error as TemplateError).diagnostic}`
    }
  })
}

// `build.mjs` simplifies the LiquidJS that it bundles.
describe('the LiquidJS of the compiled tool', () => {
  test('renders, and reports mistakes, as LiquidJS does', async () => {
    const compiled: { createThemes: typeof createThemes } = await import(
      `${new URL('../../lib/index.js', import.meta.url)}`
    )
    const expected = renderAll(createThemes)
    expect(renderAll(compiled.createThemes)).toEqual(expected)
    expect(expected.filter((line) => line.endsWith('→ yes')).length).toBeGreaterThan(50)
    expect(expected.filter((line) => line.includes('variable')).length).toBeGreaterThan(50)
  })
})
