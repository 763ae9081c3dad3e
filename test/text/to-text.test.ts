import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Block, Issue } from '../../src/issue.ts'
import { toText } from '../../src/text/to-text.ts'
import type { Theme } from '../../src/theme/theme.ts'

type View = Record<string, unknown>
type Templates = Record<string, (view: View) => string>

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown).children

function directive(block: Partial<Block> & { name: string }): BlockContent {
  const { name, ...rest } = block
  const spec = {
    name,
    description: '',
    label: 'optional',
    body: 'optional',
    inset: 0,
    attributes: {},
  } as const
  const full = { spec, attributes: {}, label: null, body: [], items: [], extra: {}, ...rest }
  return { type: 'containerDirective', name, children: [], data: { block: full } }
}

function print(children: RootContent[], templates: Templates = {}, variables: View = {}): string {
  const all: Templates = { 'layout.txt': ({ content }) => `${content}`, ...templates }
  const theme = {
    has: (path: string) => path in all,
    draw: (path: string, view: View) => (all[path] as (view: View) => string)(view),
  } as unknown as Theme
  const issue = { file: new VFile(), tree: { type: 'root', children } } as unknown as Issue
  return toText(issue, theme, variables)
}

const inline = (markdown: string): PhrasingContent[] => (parse(markdown)[0] as Paragraph).children

describe('the layout', () => {
  test('is drawn round the content, and tidied with it', () => {
    const layout = ({ content, name }: View) => `\n\n${name}  \n\n\n\n\n${content}\n-- \nfooter\n\n`
    expect(print(parse('Hello.'), { 'layout.txt': layout }, { name: 'News' })).toBe(
      'News\n\n\nHello.\n—\nfooter\n',
    )
  })

  test("calls a picture by the issue's language", () => {
    expect(print(parse('![Katze](k.png)'), {}, { strings: { image: 'Bild' } })).toBe('[Bild: Katze]\n')
    expect(print(parse('![Cat](k.png)'))).toBe('[Image: Cat]\n')
  })
})

describe('a block with a template', () => {
  const sponsor = ({ label, body, attributes }: View) =>
    `\n\n[${label}]\n\n${body}\n\n  ${(attributes as { url: string }).url}\n\n`

  test('sees its view, and its lines are not wrapped again', () => {
    const wide = 'x '.repeat(60).trim()
    const block = directive({ name: 'sponsor', extra: { wide } })
    const template = ({ wide, output, width }: View) => `${wide}\n${output} ${width}`
    expect(print([block], { 'blocks/sponsor.txt': template })).toBe(`${wide}\ntext 72\n`)
  })

  test('numbers its links with the others, and loses the blank lines round it', () => {
    const block = directive({
      name: 'sponsor',
      label: inline('Advertisement'),
      body: parse('Learn [AI](https://example.com/ai), and [more](https://example.com/1).'),
      attributes: { url: 'https://example.com/cta' },
    })
    const text = print(
      [...parse('[One](https://example.com/1)'), block, ...parse('[Two](https://example.com/2)')],
      {
        'blocks/sponsor.txt': sponsor,
      },
    )
    expect(text).toBe(`One [1]

[Advertisement]

Learn AI [2], and more [1].

  https://example.com/cta

Two [3]


[1] https://example.com/1
[2] https://example.com/ai
[3] https://example.com/2
`)
  })

  test('leaves no numbers behind for what its template leaves out', () => {
    const body = parse('[Hidden](https://example.com/hidden)[^n] and [shown](https://example.com/shown)')
    const notes = parse('[^n]: Never seen.')
    const items = [
      { children: parse('[Shown](https://example.com/shown)') as [], url: null, id: 'a', index: 1 },
    ]
    const block = directive({ name: 'only', body, items })
    const text = print([block, ...parse('[Next](https://example.com/next)'), ...notes], {
      'blocks/only.txt': ({ items }) => (items as { text: string }[]).map(({ text }) => text).join(),
    })
    expect(text).toBe(
      'Shown [1]\n\nNext [2]\n\n\n[1] https://example.com/shown\n[2] https://example.com/next\n',
    )
  })

  test('stands in a quote and in a list as other blocks do', () => {
    const block = directive({ name: 'button' })
    const quote: RootContent = { type: 'blockquote', children: [block] }
    const list: RootContent = { type: 'list', children: [{ type: 'listItem', children: [block] }] }
    const text = print([quote, list], { 'blocks/button.txt': () => '\nLabel:\n\n  https://example.com\n' })
    expect(text).toBe('> Label:\n>\n>   https://example.com\n\n- Label:\n\n    https://example.com\n')
  })

  test('prints the blocks in it', () => {
    const inner = directive({ name: 'inner', body: parse('Words') })
    const outer = directive({ name: 'outer', body: [inner] })
    const box = ({ body }: View) => `<${body}>`
    expect(print([outer], { 'blocks/inner.txt': box, 'blocks/outer.txt': box })).toBe('<<Words>>\n')
  })
})

describe('a block without a template', () => {
  test('prints its label, its body and its items', () => {
    const item = (markdown: string, url: string | null, index: number) => ({
      children: parse(markdown) as [],
      url,
      id: `${index}`,
      index,
    })
    const block = directive({
      name: 'poll',
      label: inline('**Vote**'),
      body: parse('How was it?'),
      items: [item('Good', 'https://example.com/good', 1), item('Bad', null, 2)],
    })
    expect(print([block])).toBe(
      'Vote\n\nHow was it?\n\n- Good [1]\n- Bad\n\n\n[1] https://example.com/good\n',
    )
  })

  test('that never became a block prints what stands in it', () => {
    const broken: RootContent = { type: 'containerDirective', name: 'x', children: parse('Words') as [] }
    const leaf: RootContent = { type: 'leafDirective', name: 'x', children: inline('A *label*') as [] }
    expect(print([broken, leaf])).toBe('Words\n\nA _label_\n')
  })
})
