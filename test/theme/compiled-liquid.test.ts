/**
 * The build of `lib/` compiles LiquidJS without its generators (`build.mjs`): every tag, operator and kind of filter prints
 * there what it prints from the sources.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import * as sources from '../../src/index.ts'

const library = pathToFileURL(join(import.meta.dirname, '../../lib/index.js')).href
const compiled: typeof sources = await import(library)

const partial =
  '[{{ name }}{% if forloop %} {{ forloop.index }}/{{ forloop.length }}{% endif %} {{ output }}]'

const variables = {
  title: 'Tea & biscuits',
  count: 3,
  blankText: '',
  nobody: [],
  tags: ['b', 'a', 'C'],
  people: [
    { name: 'Ada', age: 36, team: 'x' },
    { name: 'Bo', age: 27, team: 'y' },
    { name: 'Cy', age: 41, team: 'x' },
  ],
  nested: { list: [{ key: 'deep' }], 'a-b': 'dashed' },
}

const cases: [text: string, expected: string][] = [
  [
    '{{ title }} {{ title | upcase | append: "!" | replace: "TEA", "COFFEE" }}',
    'Tea & biscuits COFFEE & BISCUITS!',
  ],
  [
    '{{ nested.list[0].key }} {{ nested["a-b"] }} {{ people.size }} {{ tags.first }} {{ tags.last }}',
    'deep dashed 3 b C',
  ],
  ['{% if count > 2 and title contains "Tea" %}yes{% elsif count == 1 %}one{% else %}no{% endif %}', 'yes'],
  ['{% if nested.missing or count <= 2 %}a{% elsif count != 3 %}b{% else %}c{% endif %}', 'c'],
  [
    '{% unless blankText == blank %}full{% else %}blank{% endunless %} {% if tags == empty %}a{% else %}b{% endif %}',
    'blank b',
  ],
  ['{% if tags contains "a" and count >= 3 and count < 4 %}in{% endif %}', 'in'],
  ['{% case count %}{% when 1, 2 %}few{% when 3 or 4 %}some{% else %}many{% endcase %}', 'some'],
  [
    '{% for tag in tags reversed limit: 2 %}{{ forloop.index }}{{ tag }}{% unless forloop.last %},{% endunless %}{% endfor %}',
    '1a,2b',
  ],
  [
    '{% for n in (1..5) %}{% if n == 2 %}{% continue %}{% endif %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% else %}none{% endfor %}',
    '13',
  ],
  [
    '{% for x in nobody %}x{% else %}none{% endfor %}{% tablerow n in (1..3) cols: 2 %}{{ n }}{% endtablerow %}',
    'none<tr class="row1"><td class="col1">1</td><td class="col2">2</td></tr><tr class="row2"><td class="col1">3</td></tr>',
  ],
  [
    '{% assign x = count | plus: 2 | times: 3 %}{{ x }}{% capture y %}<{{ x }}>{% endcapture %}{{ y }}',
    '15<15>',
  ],
  [
    '{% increment i %}{% increment i %}{% decrement j %}{% cycle "a", "b" %}{% cycle "a", "b" %}{% echo count %}',
    '01-1ab3',
  ],
  [
    '{% render "partials/part.txt", name: title %}{% render "partials/part.txt" for tags as name %}',
    '[Tea & biscuits email][b 1/3 email][a 2/3 email][C 3/3 email]',
  ],
  [
    '{% render "partials/part.txt" with title as name %}{% liquid\nassign z = count\necho z\n%}{% raw %}{{ x }}{% endraw %}',
    '[Tea & biscuits email]3{{ x }}',
  ],
  [
    '{{ people | where: "team", "x" | map: "name" | join: "+" }} {{ people | sort: "age" | map: "name" | first }}',
    'Ada+Cy Bo',
  ],
  [
    '{{ people | where_exp: "p", "p.age > 30" | map: "name" | join }} {{ people | sum: "age" }} {{ people | find: "name", "Bo" | json }}',
    'Ada Cy 104 {"name":"Bo","age":27,"team":"y"}',
  ],
  [
    '{{ people | group_by: "team" | map: "name" | join }} {{ people | has: "age", 41 }} {{ people | find_index: "name", "Cy" }}',
    'x y true 2',
  ],
  [
    '{{ tags | sort_natural | join }} {{ tags | reject: "size" | size }} {{ nested.missing | default: "fallback" }}',
    'a b C 0 fallback',
  ],
  ['{{ title | wrap: 6 }} {{ title | underline: "=" }}', 'Tea &\nbiscuits Tea & biscuits\n=============='],
]

describe.each([
  ['the sources', sources],
  ['lib/', compiled],
])('%s', (_, { createThemes, loadTemplates, resolveSettings }) => {
  const createTheme = (text: string) => {
    const files = loadTemplates()
    const add = (path: string, value: string) => files.set(`default/${path}`, new VFile({ path, value }))
    add('probe.txt', text)
    add('partials/part.txt', partial)
    add('partials/circle.txt', '{% render "partials/circle.txt" %}')
    const theme = createThemes(files, resolveSettings({})).get('default')
    if (!theme) throw new Error('There is no template `default`')
    return theme
  }

  test.each(cases)('prints %s', (text, expected) => {
    expect(createTheme(text).render('probe.txt', structuredClone(variables))).toBe(expected)
  })

  test.each([
    ['{{ nested.missing }}', 'Unexpected variable `nested.missing`'],
    ['{{ title | mystery }}', 'Cannot render this template: undefined filter: mystery'],
    [
      '{% render "partials/circle.txt" %}',
      'Cannot render this template: it renders itself, or is nested too deeply',
    ],
    [
      '{% assign all = (1..100000000) %}',
      'Cannot render this template: it makes more than 10 million characters or list items',
    ],
  ])('reports %s', (text, reason) => {
    expect(() => createTheme(text).render('probe.txt', structuredClone(variables))).toThrow(reason)
  })
})
