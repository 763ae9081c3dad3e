import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/text/render-text.ts'
import { createEngine } from '../../src/theme/engine.ts'
import type { Theme } from '../../src/theme/theme.ts'
import type { Block, Issue } from '../../src/types.ts'

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
  const surroundings = { room: 536, inset: 0, isOnPanel: false }
  const content = { attributes: {}, label: null, body: [], items: [], parts: [] }
  const full = { spec, ...content, surroundings, extra: null, ...rest }
  return { type: 'containerDirective', name, children: [], data: { block: full } }
}

function print(children: RootContent[], templates: Templates = {}, variables: View = {}): string {
  const all: Templates = { 'layout.txt': ({ content }) => `${content}`, ...templates }
  const theme = {
    has: (path: string) => path in all,
    render: (path: string, view: View) => (all[path] as (view: View) => string)(view),
  } as unknown as Theme
  const issue = { file: new VFile(), tree: { type: 'root', children } } as unknown as Issue
  return renderText(issue, theme, variables)
}

const inline = (markdown: string): PhrasingContent[] => (parse(markdown)[0] as Paragraph).children

describe('the layout', () => {
  test('is rendered around the content, and tidied with it', () => {
    const layout = ({ content, name }: View) => `\n\n${name}  \n\n\n\n\n${content}\n-- \nfooter\n\n`
    expect(print(parse('Hello.'), { 'layout.txt': layout }, { name: 'News' })).toBe(
      'News\n\n\nHello.\n—\nfooter\n',
    )
  })

  test("calls a picture by the issue's language", () => {
    expect(print(parse('![Katze](k.png)'), {}, { strings: { image: 'Bild' } })).toBe('[Bild: Katze]\n')
    expect(print(parse('![猫](k.png)'), {}, { strings: { image: '图片', colon: '：' } })).toBe('[图片：猫]\n')
    expect(print(parse('![Cat](k.png)'))).toBe('[Image: Cat]\n')
  })
})

describe('a block with a template', () => {
  const sponsor = ({ label, body, attributes }: View) =>
    `\n\n[${label}]\n\n${body}\n\n  ${(attributes as { url: string }).url}\n\n`

  test('sees its view, and its lines are not wrapped again', () => {
    const wide = 'x '.repeat(60).trim()
    const block = directive({ name: 'sponsor', extra: { definition: {}, variables: { wide } } })
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

describe('the blocks of the default template', () => {
  const folder = join(import.meta.dirname, '../../templates/default')
  const strings = {
    poll_mail: 'Write to {address}',
    share_email: 'Forward by email',
    share_on: 'Share on',
    colon: ': ',
    comma: ', ',
  }

  function renderBlock(name: string, block: Partial<Block>, variables: View = {}): string {
    const files = new Map([[`blocks/${name}.txt`, new VFile(readFileSync(`${folder}/blocks/${name}.txt`))]])
    const engine = createEngine(files)
    const template = (view: View) => engine(`blocks/${name}.txt`, view)
    const all = { strings, issue: { url: null }, ...variables }
    return print([directive({ name, ...block })], { [`blocks/${name}.txt`]: template }, all)
  }

  /** A block that stands apart from the text has a rule above and below it. */
  const apart = (text: string) => `${'-'.repeat(24)}\n${text}\n${'-'.repeat(24)}\n`

  const poll = (...urls: (string | null)[]) =>
    renderBlock(
      'poll',
      {
        body: parse('How was it?'),
        items: urls.map((url, index) => ({
          children: parse(`Option ${index + 1}`) as [],
          url,
          id: `${index}`,
          index: index + 1,
        })),
      },
      { before: 0 },
    )

  test('a poll prints the links of its own, and names the address of those by mail', () => {
    const mail = 'mailto:votes@example.com?subject=x'
    expect(poll(mail, mail)).toBe(
      apart('How was it?\n\n1) Option 1\n2) Option 2\n\nWrite to votes@example.com'),
    )
    expect(poll('https://example.com/1', mail, 'mailto:ada@example.com')).toBe(
      apart(
        'How was it?\n\n1) Option 1\n   https://example.com/1\n2) Option 2\n3) Option 3\n   ada@example.com\n\nWrite to votes@example.com',
      ),
    )
    expect(poll('https://example.com/1', 'https://example.com/2')).toBe(
      apart('How was it?\n\n1) Option 1\n   https://example.com/1\n2) Option 2\n   https://example.com/2'),
    )
    expect(poll(null, null)).toBe(apart('How was it?\n\n1) Option 1\n2) Option 2'))
  })

  const issue = { url: 'https://example.com/1/' }
  test.each([
    [{ attributes: { via: ['email'] } }, { issue }, apart('Forward by email:\n   https://example.com/1/')],
    [
      { attributes: { via: ['bluesky', 'mastodon'] } },
      { issue },
      apart('Share on Bluesky, Mastodon:\n   https://example.com/1/'),
    ],
    [
      { attributes: { via: ['email', 'linkedin'] } },
      { issue },
      apart('Forward by email, LinkedIn:\n   https://example.com/1/'),
    ],
    [
      { label: inline('Pass it on'), attributes: { via: ['email'] } },
      { issue },
      apart('Pass it on\n\nForward by email:\n   https://example.com/1/'),
    ],
    [
      { body: parse('Please do.'), attributes: { via: ['email'] } },
      { issue },
      apart('Please do.\n\nForward by email:\n   https://example.com/1/'),
    ],
    [{ attributes: { via: ['email'] } }, {}, '\n'],
    [{ label: inline('Pass it on'), attributes: { via: ['bluesky'] } }, {}, apart('Pass it on')],
  ])('words before the address that is shared: %#', (block, variables, expected) => {
    expect(renderBlock('share', block, variables)).toBe(expected)
  })
})

test('a paragraph of 20,000 words is printed whole', () => {
  const words = Array.from({ length: 20_000 }, (_, index): PhrasingContent[] => [
    { type: 'text', value: ` word ${index} ` },
    { type: 'emphasis', children: [{ type: 'text', value: 'and' }] },
  ])
  const text = print([{ type: 'paragraph', children: words.flat() }])
  expect(text.replaceAll('\n', ' ')).toMatch(/^word 0 _and_ word 1 _and_ .* word 19999 _and_ $/)
})
