/** The pages that polls lead to, as files in `dist/`. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'

const config = `name: The Test
url: https://test.news/letters
postalAddress: 1 Tower Road, Hillside
polls: { pages: true }
`

const issue = (options: string[], head = '') =>
  `---\nsubject: What the test saw today\npreheader: And what it did about it, if anything\n${head}---\n\n:::poll{#feedback}\nHow was it, {{ first_name }}?\n\n${options.map((option) => `- ${option}\n`).join('')}:::\n`

function makeFolder(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-pages-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    root,
    write,
    has: (path: string) => existsSync(join(root, path)),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
  }
}

/** The messages of a build, a line each. */
async function toMessages(root: string): Promise<string[]> {
  const { files } = await build({ root })
  return formatPretty(files, { colour: false })
    .split('\n')
    .filter((line) => /^\S+ {2}(?:error|warning) /.test(line))
}

test('are written and listed with their issue, and go when their option goes', async () => {
  const folder = makeFolder({ 'issue.config.yml': config, 'issues/one.md': issue(['Good', 'Bad']) })
  expect(await toMessages(folder.root)).toEqual([])
  const toPaths = () =>
    JSON.parse(folder.read('dist/manifest.json')).issues[0].files.map(({ path }: { path: string }) => path)
  expect(toPaths().filter((path: string) => path.startsWith('vote/'))).toEqual([
    'vote/one/feedback/good/index.html',
    'vote/one/feedback/good/thanks/index.html',
    'vote/one/feedback/bad/index.html',
    'vote/one/feedback/bad/thanks/index.html',
  ])
  expect(folder.read('dist/one/email.html')).toContain(
    'href="https://test.news/letters/vote/one/feedback/good/"',
  )
  expect(folder.read('dist/one/email.txt')).toContain('   https://test.news/letters/vote/one/feedback/bad/')
  const page = folder.read('dist/vote/one/feedback/good/index.html')
  expect(page).toContain('<h1>How was it?</h1>')
  expect(page).toContain(
    '<form method="get" action="https://test.news/letters/vote/one/feedback/good/thanks/">',
  )
  expect(page).not.toContain('first_name')

  folder.write('issues/one.md', issue(['Good', 'So-so']))
  expect(await toMessages(folder.root)).toEqual([])
  expect(folder.has('dist/vote/one/feedback/bad')).toBe(false)
  expect(toPaths()).toContain('vote/one/feedback/so-so/index.html')

  folder.write('issue.config.yml', config.replace('pages: true', 'mailto: a@test.news'))
  await build({ root: folder.root })
  expect(folder.has('dist/vote')).toBe(false)
})

test('stay when an option is mended that has its id', async () => {
  const folder = makeFolder({ 'issue.config.yml': config, 'issues/one.md': issue(['Good', 'Verry bad']) })
  expect(await toMessages(folder.root)).toEqual([])
  folder.write('issues/one.md', issue(['Good', 'Very bad {#verry-bad}']))
  expect(await toMessages(folder.root)).toEqual([])
  expect(folder.read('dist/vote/one/feedback/verry-bad/thanks/index.html')).toContain('Very bad')
  expect(folder.read('dist/one/email.txt')).toContain(
    '2) Very bad\n   https://test.news/letters/vote/one/feedback/verry-bad/\n',
  )
  expect(folder.read('dist/one/index.html')).not.toContain('{#')
  folder.write('issues/one.md', issue(['Good', 'Bad {#very bad}']))
  expect(await toMessages(folder.root)).toEqual([
    'issues/one.md:10:7  error  Unexpected id `very bad` of an item, expected letters, digits, `-` and `_`, a letter or digit first  (item-id)',
  ])
})

test('post to the endpoint, if there is one, what was voted for', async () => {
  const folder = makeFolder({
    'issue.config.yml': config.replace(
      'pages: true',
      'pages: true, endpoint: "https://count.test.news/?a=1&b=2"',
    ),
    'issues/one.md': issue(['Good & "proper"', 'Bad'], 'lang: de\n'),
  })
  expect(await toMessages(folder.root)).toEqual([])
  const page = folder.read('dist/vote/one/feedback/good--proper/index.html')
  expect(page).toContain('<html lang="de" dir="ltr">')
  expect(page).toContain('<form method="post" action="https://count.test.news/?a=1&amp;b=2">')
  expect(page).toContain('<input type="hidden" name="option" value="good--proper">')
  expect(page).toContain('Good &amp; &quot;proper&quot;')
  expect(page).toContain('Stimme abgeben')
})

test('are rendered by the newsletter’s own `vote.html`, whose errors are reported', async () => {
  const folder = makeFolder({
    'issue.config.yml': config,
    'issues/one.md': issue(['Good', 'Bad']),
    'templates/default/vote.html': '<p>{{ vote.step }}: {{ vote.answer }}</p>\n',
  })
  await build({ root: folder.root })
  expect(folder.read('dist/vote/one/feedback/good/thanks/index.html')).toBe('<p>thanks: Good</p>\n')
  folder.write('templates/default/vote.html', '{{ nothing }}\n')
  expect(await toMessages(folder.root)).toEqual([
    'issues/one.md  error  Cannot render the pages of a poll  (template-fault)',
    'templates/default/vote.html:1:4  error  Unexpected variable `nothing`  (template-syntax)',
  ])
})

test('have names that every file system takes', async () => {
  const folder = makeFolder({
    'issue.config.yml': config,
    'issues/one.md': issue(['長'.repeat(120), `${'長'.repeat(120)}い`]),
  })
  const { outcome, issues } = await build({ root: folder.root })
  expect(outcome).toBe('built')
  const folders = issues[0]?.files.flatMap(
    ({ path }) => /^vote\/one\/feedback\/([^/]+)\/index/.exec(path)?.[1] ?? [],
  )
  expect(new Set(folders).size).toBe(2)
  expect(folders?.every((name) => Buffer.byteLength(name) <= 100)).toBe(true)
})

test('have the slug `vote` for themselves', async () => {
  const folder = makeFolder({ 'issue.config.yml': config, 'issues/Vote.md': issue(['Good', 'Bad']) })
  expect(await toMessages(folder.root)).toEqual([
    "issues/Vote.md  error  Unexpected slug `Vote`, expected another name: this one is that of the polls' pages  (slug-unique)",
  ])
})

test('want what they need from the config, and nothing that goes before them', async () => {
  const folder = makeFolder({
    'issue.config.yml': 'polls: { pages: true, url: "https://test.news/{option}" }\n',
    'issues/one.md': issue(['Good', 'Bad']),
  })
  expect(await toMessages(folder.root)).toEqual([
    'issue.config.yml:1:10  error  Missing `url` in the config, which `polls.pages` needs  (config)',
    'issue.config.yml:1:10  error  Unexpected `polls.pages` beside `polls.url`, expected one of the two  (config)',
  ])
  folder.write('issue.config.yml', 'url: https://test.news\npolls: { endpoint: "https://test.news/" }\n')
  expect(await toMessages(folder.root)).toEqual([
    'issue.config.yml:2:10  error  Unexpected `polls.endpoint` without `polls.pages`  (config)',
  ])
})

test('say a question and an option in words, without their markup', async () => {
  const folder = makeFolder({
    'issue.config.yml': config,
    'issues/one.md': issue([
      'It *was* <b>quite</b> good<br>all `a < b` told',
      '<i>Bad</i> &amp; sad',
      '<!-- note -->\n  <p>No <u>idea</u></p>',
    ]).replace(
      'How was it, {{ first_name }}?',
      'How <b>was</b>\nit \\\n{{ first_name }}, [really](https://test.news/)?<!-- or so -->\n\n<p>Be <i>honest</i>!</p>',
    ),
  })
  expect(await toMessages(folder.root)).toEqual([])
  const { polls } = JSON.parse(folder.read('dist/one/issue.json'))
  expect(polls[0]).toMatchObject({
    question: 'How was it, really? Be honest!',
    options: [
      { id: 'it-was-quite-good-all-a--b-told', text: 'It was quite good all a < b told' },
      { id: 'bad--sad', text: 'Bad & sad' },
      { id: 'no-idea', text: 'No idea' },
    ],
  })
  const page = folder.read('dist/vote/one/feedback/it-was-quite-good-all-a--b-told/index.html')
  expect(page).toContain('<h1>How was it, really? Be honest!</h1>')
  expect(page).toContain('It was quite good all a &lt; b told')
})
