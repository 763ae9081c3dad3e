/** The runner: what it adds to a finding, what switches a check off, and what it counts. The checks are defined here. */

import { toString as toText } from 'hast-util-to-string'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { type Check, defineCheck } from '../../src/checks/check.ts'
import { parseSwitches } from '../../src/checks/switches.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { badWord, bodyTag, renderWithChecks } from './run.ts'

describe('a finding', () => {
  test('becomes a message with rule, severity, note and link', async () => {
    const { issue, counts } = await renderWithChecks('bad', [badWord])
    expect(issue.file.messages).toMatchObject([
      {
        ruleId: 'bad-word',
        reason: 'Unexpected `bad`',
        note: 'Readers mind.',
        fatal: false,
        place: { start: { line: 3, column: 1 }, end: { line: 3, column: 4 } },
        url: 'https://unpkg.com/issuepress/lib/rules.html#bad-word',
      },
    ])
    expect(counts).toEqual({ errors: 0, warnings: 1 })
  })

  test('can override the level, but is no error when the config says warning', async () => {
    const twice = defineCheck({
      ...badWord,
      name: 'two-levels',
      level: 'error',
      run: (_, report) => {
        report('Mild', { level: 'warning' })
        report('Severe', { level: 'error', note: 'Its own.' })
      },
    }) as Check
    const both = ['1 warning Mild', '1 error Severe']
    const removeLine = (lines: string[]) => lines.map((line) => line.replace(/^\S+/, '1'))
    expect(removeLine((await renderWithChecks('x', [twice])).lines)).toEqual(both)
    const mild = await renderWithChecks('x', [twice], { 'two-levels': 'warning' })
    expect(removeLine(mild.lines)).toEqual(['1 warning Mild', '1 warning Severe'])
    expect(mild.counts).toEqual({ errors: 0, warnings: 2 })
    expect(mild.issue.file.messages.map(({ note }) => note)).toEqual(['Readers mind.', 'Its own.'])
  })

  test('of a cause that others have is one message with their lines, without those that are switched off', async () => {
    const byLetter = defineCheck({
      ...badWord,
      name: 'by-letter',
      run({ tree, file }, report) {
        for (const node of tree.children) {
          const { start, end } = node.position ?? {}
          const text = String(file).slice(start?.offset, end?.offset)
          if (node.type === 'paragraph') report(`Bad \`${text}\``, { at: node, cause: text.slice(0, 1) })
        }
      },
    }) as Check
    const off = '<!-- issue-disable-next-line by-letter -->\n\n'
    const { lines, counts } = await renderWithChecks(`${off}a0\n\na1\n\nb1\n\na2\n\n${off}a3\n\na4`, [
      byLetter,
    ])
    expect(lines).toEqual(['7 warning Bad `a1`, also in lines 11 and 17', '9 warning Bad `b1`'])
    expect(counts).toEqual({ errors: 0, warnings: 2 })
    const many = await renderWithChecks(Array.from({ length: 9 }, (_, n) => `a${n}`).join('\n\n'), [byLetter])
    expect(many.lines).toEqual(['3 warning Bad `a0`, also in lines 5, 7, 9, 11, 13 and 3 more'])
  })

  test('quotes merge tags as they were written', async () => {
    const { lines } = await renderWithChecks('*|FNAME|* is x', [badWord], {
      'bad-word': ['warning', { word: '*|FNAME|*' }],
    })
    expect(lines).toEqual(['3 warning Unexpected `*|FNAME|*`'])
  })
})

describe('the config', () => {
  test.each([
    ['off', [], { errors: 0, warnings: 0 }],
    ['warning', ['3 warning Unexpected `bad`'], { errors: 0, warnings: 1 }],
    ['error', ['3 error Unexpected `bad`'], { errors: 1, warnings: 0 }],
  ] as const)('sets the level %s', async (level, expected, total) => {
    const { lines, counts } = await renderWithChecks('bad', [badWord], { 'bad-word': level })
    expect(lines).toEqual(expected)
    expect(counts).toEqual(total)
  })

  test('changes options, the others keep their defaults', async () => {
    const options: unknown[] = []
    const spy = {
      ...badWord,
      options: { word: 'bad', max: 3 },
      run: (...input: unknown[]) => void options.push(input[2]),
    }
    await renderWithChecks('x', [spy as Check], { 'bad-word': ['error', { word: 'ugly' }] })
    expect(options).toEqual([{ word: 'ugly', max: 3 }])
  })

  test('adds custom checks, and replaces a shipped one', async () => {
    const custom = { ...badWord, name: 'ugly-word', options: { word: 'ugly' }, level: 'error' as const }
    const { lines } = await renderWithChecks('bad and ugly', [badWord], { 'ugly-word': custom })
    expect(lines).toEqual(['3 warning Unexpected `bad`', '3 error Unexpected `ugly`'])
    const replacement = { ...custom, name: 'bad-word' }
    expect((await renderWithChecks('bad and ugly', [badWord], { 'bad-word': replacement })).lines).toEqual([
      '3 error Unexpected `ugly`',
    ])
    expect(
      (await renderWithChecks('ugly', [], { 'ugly-word': { ...custom, level: 'off' } as Check })).lines,
    ).toEqual([])
  })
})

describe('comments in the Markdown', () => {
  const paragraphs = (...list: string[]) => list.join('\n\n')
  const other = { ...badWord, name: 'other-word', options: { word: 'other' } }

  test.each<[string, string, string[]]>([
    ['the next line', paragraphs('<!-- issue-disable-next-line bad-word -->', 'bad', 'bad'), ['7 bad']],
    [
      'the next line only of the check',
      paragraphs('<!-- issue-disable-next-line other-word -->', 'bad other'),
      ['5 bad'],
    ],
    ['several checks', paragraphs('<!-- issue-disable-next-line bad-word, other-word -->', 'bad other'), []],
    ['all checks', paragraphs('<!-- issue-disable-next-line -->', 'bad other'), []],
    [
      'a range',
      paragraphs(
        'bad',
        '<!-- issue-disable bad-word -->',
        'bad',
        'bad',
        '<!-- issue-enable bad-word -->',
        'bad',
      ),
      ['3 bad', '13 bad'],
    ],
    ['to the end', paragraphs('<!-- issue-disable -->', 'bad', 'other'), []],
    [
      'one on again',
      paragraphs(
        '<!-- issue-disable bad-word other-word -->',
        '<!-- issue-enable other-word -->',
        'bad',
        'other',
      ),
      ['9 other'],
    ],
    [
      'all on again',
      paragraphs('<!-- issue-disable bad-word other-word -->', '<!-- issue-enable -->', 'bad', 'other'),
      ['7 bad', '9 other'],
    ],
    ['an unknown check', paragraphs('<!-- issue-disable-next-line bad-wrd -->', 'bad'), ['5 bad']],
    ['another comment', paragraphs('<!-- disable-next-line bad-word -->', 'bad'), ['5 bad']],
  ])('switch off %s', async (_, markdown, expected) => {
    const { lines, counts, email } = await renderWithChecks(markdown, [badWord, other as Check])
    expect(lines.map((line) => line.replace(/^(\d+) .*`(\w+)`$/, '$1 $2')).sort()).toEqual(
      [...expected].sort(),
    )
    expect(counts.warnings).toBe(expected.length)
    expect(email.html).not.toContain('issue-disable')
    expect(email.text).not.toContain('issue-disable')
  })

  test.each<[string, string, [number | undefined, boolean][]]>([
    [
      'the whole issue',
      '---\ntitle: T\n# issue-disable bad-word\n---\n\nbad',
      [
        [2, true],
        [6, true],
        [undefined, true],
      ],
    ],
    [
      'the next line of it',
      '---\n# issue-disable-next-line\ntitle: T\n---\n\nbad',
      [
        [3, true],
        [6, false],
        [undefined, false],
      ],
    ],
    [
      'nothing that has another name',
      '---\n# issue-disable other-word\ntitle: T\n---\n',
      [
        [3, false],
        [undefined, false],
      ],
    ],
    [
      'nothing in the text',
      '# issue-disable bad-word\n',
      [
        [1, false],
        [undefined, false],
      ],
    ],
    ['nothing in front matter that is never closed', '---\n# issue-disable bad-word\n', [[2, false]]],
  ])('in front matter switch off %s', (_, source, expected) => {
    const isOff = parseSwitches({ type: 'root', children: [] }, source)
    expect(expected.map(([line]) => [line, isOff('bad-word', line)])).toEqual(expected)
  })

  test('work without an empty line after them', async () => {
    expect(
      (await renderWithChecks('<!-- issue-disable-next-line bad-word -->\nbad', [badWord])).lines,
    ).toEqual([])
  })
})

describe('a finding on a template', () => {
  test('counts for every issue that has it, and is a message once', async () => {
    const settings = { ...defaultSettings, url: 'https://example.com' }
    const templates = loadTemplates()
    const themes = createThemes(templates, settings)
    const files = ['a', 'b'].map((name) => new VFile({ path: `issues/${name}.md`, value: `# ${name}` }))
    for (const file of files) {
      const { counts } = await render(file, { settings, themes, checks: [bodyTag] })
      expect(counts).toEqual({ errors: 1, warnings: 0 })
      expect(file.messages).toEqual([])
    }
    const [message, ...more] = [...templates.values()].flatMap(({ messages }) => messages)
    expect(more).toEqual([])
    expect(message).toMatchObject({ ruleId: 'body-tag', fatal: true, line: expect.any(Number) })
    const layout = [...templates.values()].find(({ messages }) => messages.length > 0)
    expect(layout?.path).toBe('issuepress/templates/default/layout.html')
    expect(String(layout).split('\n')[(message?.line ?? 0) - 1]).toContain('<body')
  })

  test('quotes the issue’s merge tags as they were written, for several issues once', async () => {
    const templates = loadTemplates()
    const themes = createThemes(templates, defaultSettings)
    const quoting = defineCheck({
      name: 'quoting',
      summary: 'Nothing.',
      note: 'A test.',
      level: 'warning',
      run({ document, theme }, report) {
        const file = theme.files.get('layout.html')
        const words = toText(document).match(/Hello [^!]*!/)?.[0]
        if (file) report(`Unexpected \`${words}\``, { at: { file }, note: `“${words}”` })
      },
    })
    for (const name of ['a', 'b']) {
      const value = `# ${name}\n\n${'{{ other }} '.repeat(name === 'a' ? 0 : 2)}\n\nHello {{ name }}!`
      const file = new VFile({ path: `issues/${name}.md`, value })
      await render(file, { settings: defaultSettings, themes, checks: [quoting] })
    }
    const messages = [...templates.values()].flatMap((file) => file.messages)
    expect(messages.map(({ reason, note }) => [reason, note])).toEqual([
      ['Unexpected `Hello {{ name }}!`', '“Hello {{ name }}!”'],
    ])
  })

  test('cannot be switched off by a comment in an issue', async () => {
    const { counts } = await renderWithChecks('<!-- issue-disable -->', [bodyTag])
    expect(counts.errors).toBe(1)
  })
})
