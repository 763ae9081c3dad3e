/** Sponsors in a file of their own, their schedule, and the sheet that is handed over. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import { runProgram } from '../../src/commands/run-program.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const config = `name: The Test
url: https://test.news
postalAddress: 1 Tower Road, Hillside
sponsors:
  acme: { name: Acme, url: "https://acme.news/?a=1&b=2", cta: Have a look, logo: issues/logo.png }
`

const issue = (head: string, body = 'Hello.') =>
  `---\nsubject: What the test saw today\npreheader: And what it did about it, if anything\n${head}---\n\n${body}\n`

const files = {
  'issue.config.yml': config,
  'sponsors.yml': `late: { name: Late, url: "https://late.news/", from: 2024-12-01, until: 2024-12-31, issues: [three, four] }\n`,
  'issues/one.md': issue(
    'date: 2024-11-28\nsponsor: acme\n',
    ':::sponsor{#acme}\n## Anvils\n\nFor {{ first_name }}, [here](https://acme.news/x).\n:::',
  ),
  'issues/two.md': issue('date: 2024-12-05\n'),
  'issues/three.md': issue('date: 2024-12-12\ndraft: true\n'),
  'issues/logo.png': pixel,
}

function makeFolder(given: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-sponsors-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(given)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** Runs the command on the given day. */
async function run(cwd: string, ...args: string[]) {
  const printed = { stdout: '', stderr: '' }
  const to = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      printed[name] += text
    },
  })
  const code = await runProgram(['sponsors', ...args, '--no-color'], {
    cwd,
    stdout: to('stdout'),
    stderr: to('stderr'),
    readInput: async () => new Uint8Array(),
    environment: {},
    version: '0.0.0',
    signal: new AbortController().signal,
    now: () => Date.parse('2024-12-01T12:00:00Z'),
  })
  return { code, ...printed }
}

test('the schedule has past and coming issues, drafts, and what is booked and not there', async () => {
  const root = makeFolder(files)
  expect(await run(root)).toEqual({
    code: 0,
    stderr: '',
    stdout: `Past
  2024-11-28  one            acme  masthead, block

Upcoming
  2024-12-05  two            –
  2024-12-12  three (draft)  late                   ! booked, not placed
  –           four           late                   ! booked, no such issue yet
`,
  })
  expect((await run(root, 'acme')).stdout).toBe('Past\n  2024-11-28  one  acme  masthead, block\n')
  expect((await run(root, 'acne')).stderr).toBe('issue: Unexpected sponsor `acne`, expected `acme`\n')
})

test('the schedule has flights that stand in no issue, past and coming', async () => {
  const flights = `mars: { name: Mars, url: "https://mars.news/", from: 2024-11-20, until: 2024-12-31 }
gone: { name: Gone, url: "https://gone.news/", from: 2024-10-01, until: 2024-11-30 }
ever: { name: Ever, url: "https://ever.news/", from: 2024-12-02 }
till: { name: Till, url: "https://till.news/", until: 2024-12-01 }
none: { name: None, url: "https://none.news/" }
shown: { name: Shown, url: "https://shown.news/", from: 2024-12-05, until: 2024-12-31 }
stray: { name: Stray, url: "https://stray.news/", from: 2024-12-06 }
`
  const both = '\n:::sponsor{#shown}\nA\n:::\n\n:::sponsor{#stray}\nB\n:::'
  const root = makeFolder({
    'issue.config.yml': 'name: The Test\n',
    'sponsors.yml': flights,
    'issues/two.md': issue('date: 2024-12-05\n', both),
  })
  expect((await run(root)).stdout).toBe(`Past
  2024-10-01  until 2024-11-30  gone          ! booked, not placed

Upcoming
  2024-11-20  until 2024-12-31  mars          ! booked, not placed
  2024-12-02  and later         ever          ! booked, not placed
  2024-12-05  two               shown  block
  2024-12-05  two               stray  block  ! outside its flight
  2024-12-06  and later         stray         ! booked, not placed
  –           until 2024-12-01  till          ! booked, not placed
`)
  expect((await run(root, 'mars')).stdout).toBe(
    'Upcoming\n  2024-11-20  until 2024-12-31  mars    ! booked, not placed\n',
  )
  expect(await run(root, 'none')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'issue: The sponsor `none` is in no issue and has no booking\n',
  })
})

describe('the proof sheet', () => {
  test('is one file with the placements as sent, and their links', async () => {
    const root = makeFolder(files)
    expect(await run(root, 'acme', '--proof', 'proof.html')).toMatchObject({
      code: 0,
      stdout: 'proof.html\n',
    })
    const sheet = readFileSync(join(root, 'proof.html'), 'utf8')
    expect((await run(root, 'acme', '--proof', '-')).stdout).toBe(sheet)
    expect(sheet).toContain('<dt>Date</dt><dd>2024-11-28</dd>')
    expect(sheet).toContain('<code>https://acme.news/?a=1&amp;b=2</code>')
    expect(sheet).toContain('For {{ first_name }}, ')
    expect(sheet.match(/<iframe /g)).toHaveLength(2)
    expect(sheet).toContain('data:image/png;base64,')
    expect(sheet).not.toMatch(/data-o=|\ssrc="(?!data:)|src=&quot;(?!data:)/)
    // What stands around the placement is nobody's business.
    expect(sheet).not.toContain('Tower Road')
    const built = await build({ root })
    expect(built.outcome).toBe('built')
    const [block] = /<p style="[^"]*text-transform:uppercase">Advertisement<\/p>/.exec(
      readFileSync(join(root, 'dist/one/email.html'), 'utf8'),
    ) ?? ['?']
    expect(sheet.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(block)
  })

  test('distinguishes the masthead from a block before it', async () => {
    const block = ':::sponsor{#acme}\n## Anvils\n\nRead [more](https://acme.news/more).\n:::'
    const root = makeFolder({
      ...files,
      'issues/one.md': issue('date: 2024-11-28\nsponsor: acme\ntemplate: letter\n', block),
    })
    const sheet = (await run(root, 'acme', '--proof', '-')).stdout
    const [masthead = ''] = sheet.split('2. Block')
    expect(masthead).toContain('1. Masthead')
    expect(masthead).toContain('In partnership with')
    expect(masthead).not.toContain('acme.news/more')
  })

  test('has the plaintext as sent, of each placement its own', async () => {
    const twice = `Before.

:::sponsor{#acme}
## First & foremost

For {{ first_name }}, [here](https://acme.news/x): a line that is so long that it has to be broken somewhere.
:::

> :::sponsor[Ad]{#acme}
> Second, \\{{ x }}.
> :::

:::only{in=web}
On the web.
:::
`
    const hidden = '::::only{in=email}\n:::sponsor{#acme}\nIn HTML.\n:::\n::::'
    const root = makeFolder({
      ...files,
      'issue.config.yml': `target: kit\n${config}`,
      'issues/one.md': issue('date: 2024-11-28\nsponsor: acme\n', twice),
      'issues/two.md': issue('date: 2024-12-05\n', hidden),
    })
    const sheet = (await run(root, 'acme', '--proof', '-')).stdout
    const shown = [...sheet.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map(([, text = '']) =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    )
    expect(shown).toEqual([
      'In partnership with Acme: https://acme.news/?a=1&b=2',
      `--- Advertisement ---

First & foremost
----------------

For {{ first_name }}, here [1]: a line that is so long that it has to be
broken somewhere.

>> Have a look:
   https://acme.news/?a=1&b=2

---------------------`,
      `> --- Ad ---
>
> Second, {{ "{{" }} x }}.
>
> >> Have a look:
>    https://acme.news/?a=1&b=2
>
> ----------`,
    ])
    expect((await build({ root })).outcome).toBe('built')
    const sent = readFileSync(join(root, 'dist/one/email.txt'), 'utf8')
    for (const text of shown) expect(`${sent}\n`).toContain(`\n${text}\n`)
    expect(sent + sheet).not.toMatch(/[\ufdd0-\ufdef]/)
    expect(sheet).toContain('<p>The plaintext does not show it.</p>')
  })

  test('wants a sponsor, and a folder to stand in', async () => {
    const root = makeFolder(files)
    expect((await run(root, '--proof', 'a.html')).stderr).toBe(
      'issue: Missing sponsor, expected its key before `--proof`\n',
    )
    expect((await run(root, 'acme', '--proof', 'no/a.html')).stderr).toBe(
      'issue: Cannot write `no/a.html`: its folder does not exist\n',
    )
  })
})

describe('`sponsors.yml`', () => {
  test('is validated against the same schema, at its own lines', async () => {
    const root = makeFolder({
      ...files,
      'sponsors.yml':
        'acme: { name: Twice, url: https://acme.news }\nbad: { name: Bad, url: acme.news, until: 2024-13-01 }\nnight: { name: Night, url: https://night.news, logo-dark: issues/logo.png }\nback: { name: Back, url: https://back.news, from: 2024-12-02, until: 2024-12-01 }\nodd: { name: Odd, url: https://odd.news, issue: one }\n',
    })
    const { outcome, files: reported } = await build({ root })
    expect(outcome).toBe('misconfigured')
    const printed = formatPretty(reported, { colour: false })
    expect(printed.split('\n').filter((line) => /^\S+:\d+:\d+ {2}/.test(line))).toEqual([
      'sponsors.yml:1:1  error  Unexpected second sponsor `acme`, expected a key that the config does not have  (config)',
      'sponsors.yml:2:24  error  Unexpected `acme.news` in `bad.url`, expected an http(s) address: `https://acme.news`  (config)',
      'sponsors.yml:2:42  error  Unexpected `2024-13-01` in `bad.until`, expected a day such as `2024-11-28`  (config)',
      'sponsors.yml:3:48  error  Missing `logo` in `night`, whose place its `logo-dark` takes in dark mode  (config)',
      'sponsors.yml:4:70  error  Unexpected `2024-12-01` in `back.until`, expected a day that is not before `2024-12-02`  (config)',
      'sponsors.yml:5:42  warning  Unexpected key `odd.issue` in the sponsors, expected `issues`  (config)',
    ])
  })

  test('serves the blocks as the config does', async () => {
    const root = makeFolder({
      ...files,
      'issues/two.md': issue('date: 2024-12-05\nsponsor: late\n'),
    })
    const { outcome, files: reported } = await build({ root })
    expect(outcome).toBe('failed')
    expect(formatPretty(reported, { colour: false })).toContain(
      'issues/two.md:5:10  error  Unexpected sponsor `late` in the issue `two`, expected it in `three` or `four`  (sponsor-flight)',
    )
  })
})
