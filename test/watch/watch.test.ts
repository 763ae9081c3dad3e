import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { noChecks } from '../cli/newsletter.ts'
import { config, makeNewsletter, toIssue } from './make-newsletter.ts'
import { type OpenWatch, openWatch, openWatchProcess } from './open-watch.ts'

// A picture of one pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const grey = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==',
  'base64',
)

let watch: OpenWatch | undefined
afterEach(async () => {
  await watch?.stop('SIGKILL')
  watch = undefined
})

const files = {
  'issues/dusk.md': toIssue('Dusk over the hills', 'The sun went down.\n\n![A dot](images/dot.png)'),
  'issues/dawn.md': toIssue('Dawn over the hills', 'The sun came up.'),
}

const open = (extra: Record<string, string> = {}, ...args: string[]) => openBy(openWatch, extra, ...args)

async function openBy(start: typeof openWatch, extra: Record<string, string>, ...args: string[]) {
  const root = makeNewsletter({ ...files, ...extra })
  mkdirSync(join(root, 'issues/images'))
  writeFileSync(join(root, 'issues/images/dot.png'), png)
  const opened = await start(root, '--no-preview', ...args)
  watch = opened
  const path = (name: string) => join(root, name)
  return {
    root,
    write: (name: string, text: string | Buffer) => {
      mkdirSync(join(path(name), '..'), { recursive: true })
      writeFileSync(path(name), text)
    },
    remove: (name: string) => rmSync(path(name)),
    move: (from: string, to: string) => renameSync(path(from), path(to)),
    email: (slug: string) => readFileSync(path(`dist/${slug}/email.html`), 'utf8'),
    tree: () => listTree(path('dist')),
    /** The output after an action. */
    async hear(work: () => void, expected: RegExp): Promise<string> {
      const from = opened.output().length
      work()
      await opened.until(() => expected.test(opened.output().slice(from)))
      return opened.output().slice(from)
    },
    opened,
  }
}

/** The paths below a folder; one that goes meanwhile is empty. */
function listTree(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}

describe('builds what a change concerns, and nothing else:', () => {
  test('a poll’s results', async () => {
    const votes = (count: number) =>
      JSON.stringify({
        ...{ version: 1, issue: 'dawn', poll: 'feedback', question: 'How was it?', votes: count },
        options: [{ id: 'good', text: 'Good', votes: count }],
        sources: { log: count, csv: 0, mbox: 0 },
        leftOut: { scanner: 0, burst: 0, replaced: 0 },
      })
    const { write, hear, email } = await open({
      'issues/polls/dawn.feedback.json': votes(3),
      'issues/noon.md': toIssue('Noon over the hills', ':::poll-results{from="dawn#feedback"}\n:::'),
    })
    expect(email('noon')).toContain('Votes: 3')
    const output = await hear(() => write('issues/polls/dawn.feedback.json', votes(4)), /built/)
    expect(output).toMatch(/built noon in \d+ ms\n$/)
    expect(email('noon')).toContain('Votes: 4')
  })

  test('the sponsors', async () => {
    const { write, hear, email } = await open({
      'issues/noon.md': toIssue('Noon over the hills', ':::sponsor{#acme}\nAnvils.\n:::'),
      'sponsors.yml': 'acme: { name: Acme, url: "https://acme.news/", cta: Look }\n',
    })
    expect(email('noon')).toContain('https://acme.news/')
    await hear(
      () => write('sponsors.yml', 'acme: { name: Acme, url: "https://other.news/", cta: Look }\n'),
      /built/,
    )
    expect(email('noon')).toContain('https://other.news/')
  })

  test('the issue', async () => {
    const { write, hear, email } = await open()
    const output = await hear(() => write('issues/dawn.md', toIssue('Dawn', 'It rained.')), /built/)
    expect(output).toMatch(/built dawn in \d+ ms\n$/)
    expect(email('dawn')).toContain('It rained.')
  })

  test('the issues that show a picture', async () => {
    const { write, hear, tree } = await open()
    const before = tree().find((path) => path.startsWith('dusk/images/'))
    expect(await hear(() => write('issues/images/dot.png', grey), /built/)).toMatch(/built dusk in/)
    const now = tree().filter((path) => path.startsWith('dusk/images/'))
    expect(now).toHaveLength(1)
    expect(now).not.toContain(before)
  })

  test('all that a style sheet is for', async () => {
    const { write, hear, email } = await open()
    const output = await hear(() => write('templates/default/style.css', 'p { color: #123456; }'), /built/)
    expect(output).toMatch(/built 2 issues in/)
    expect(email('dawn')).toContain('color:#123456')
  })

  test('all that rules added to the style sheet are for', async () => {
    const { write, hear, remove, email } = await open()
    await hear(() => write('templates/default/extra.css', 'p { color: #123456; }'), /built 2 issues in/)
    expect(email('dawn')).toContain('color:#123456')
    const rules = 'p { color: #654321; }'
    await hear(() => write('templates/default/blocks/button.css', rules), /built 2 issues in/)
    expect(email('dawn')).toContain('color:#654321')
    await hear(() => remove('templates/default/blocks/button.css'), /built 2 issues in/)
    expect(email('dawn')).toContain('color:#123456')
  })

  test('the issues of another template, and not those of the others', async () => {
    const { write, hear } = await open({
      'issues/dawn.md': `---\ntemplate: letter\n${toIssue('D', 'x').slice(4)}`,
    })
    const output = await hear(() => write('templates/letter/style.css', 'p { color: #123456; }'), /built/)
    expect(output).toMatch(/built dawn in/)
  })

  test('all, for the config', async () => {
    const { root, write, hear, email } = await open()
    const config = readFileSync(join(root, 'issue.config.yml'), 'utf8')
    const output = await hear(
      () => write('issue.config.yml', config.replace('The Watch', 'The Wake')),
      /built/,
    )
    expect(output).toMatch(/built 2 issues in/)
    expect(email('dusk')).toContain('The Wake')
  })

  test('the issues that link to one whose slug changed', async () => {
    const linked = toIssue('Dawn', 'Read [what came before](dusk.md).')
    const { write, hear, email } = await open({ 'issues/dawn.md': linked })
    const dusk = toIssue('Dusk over the hills', 'The sun went down.').replace('---\n', '---\nslug: sunset\n')
    expect(await hear(() => write('issues/dusk.md', dusk), /built/)).toMatch(/built 2 issues in/)
    expect(email('dawn')).toContain('https://watch.news/sunset/')
  })

  test.each([
    ['js', 'ts'],
    ['ts', 'js'],
    ['js', 'mjs'],
  ])('a `.%s` module that a config in `.%s` imports, and the config', async (imported, extension) => {
    const program = `import name from './name.${imported}'
      export default { name, url: 'https://watch.news', from: 'a@watch.news', postalAddress: '1 Tower Road' }`
    const modules = {
      [`name.${imported}`]: "export default 'The Moon'",
      [`newsletter.${extension}`]: program,
    }
    const { write, hear, email } = await open(modules, '--config', `newsletter.${extension}`)
    expect(email('dawn')).toContain('The Moon')
    const change = () => write(`name.${imported}`, "export default 'The Sun'")
    expect(await hear(change, /built/)).toMatch(/built 2 issues/)
    expect(email('dawn')).toContain('The Sun')
    const move = () => write(`newsletter.${extension}`, program.replace('1 Tower Road', '2 Moat Lane'))
    expect(await hear(move, /built/)).toMatch(/built 2 issues/)
    expect(email('dawn')).toContain('2 Moat Lane')
  })

  test('a `.mjs` module cannot be read anew, which is reported', async () => {
    const program = `import name from './name.mjs'
      export default { name, url: 'https://watch.news', from: 'a@watch.news', postalAddress: '1 Tower Road' }`
    const modules = { 'name.mjs': "export default 'The Moon'", 'newsletter.js': program }
    const { write, hear } = await open(modules, '--config', 'newsletter.js')
    const change = () => write('name.mjs', "export default 'The Sun'")
    expect(await hear(change, /built/)).toContain('Cannot read `name.mjs` anew')
  })
})

describe('follows files:', () => {
  test('a new issue, a new name, and none', async () => {
    const { write, move, remove, hear, tree } = await open()
    await hear(() => write('issues/noon.md', toIssue('Noon', 'The sun stood.')), /built noon in/)
    expect(tree()).toContain('noon/email.html')
    await hear(() => move('issues/noon.md', 'issues/midday.md'), /built midday in/)
    expect(tree()).toContain('midday/email.html')
    expect(tree()).not.toContain('noon/email.html')
    write('dist/midday/mine.txt', 'not yours')
    await hear(() => remove('issues/midday.md'), /nothing to rebuild/)
    expect(tree()).not.toContain('midday/email.html')
    expect(tree()).toContain('midday/mine.txt')
  })

  test('hundreds at once, as a change of branches makes', async () => {
    // Each is built without the checks, which are nothing of a watch's.
    const { write, remove, hear, tree } = await open({ 'issue.config.yml': `${config}checks: ${noChecks}\n` })
    const names = Array.from({ length: 200 }, (_, number) => `issues/star-${number}.md`)
    const write200 = () => {
      for (const name of names) write(name, toIssue(`Star ${name}`, 'It shone.'))
    }
    await hear(write200, /built \d+ issues/)
    await watch?.until(() => tree().filter((path) => path.endsWith('email.html')).length === 202)
    for (const name of names) remove(name)
    await watch?.until(() => tree().filter((path) => path.endsWith('email.html')).length === 2)
    expect(tree()).toContain('dawn/email.html')
  })

  test('the first issue of an empty newsletter', async () => {
    const root = makeNewsletter({})
    watch = await openWatch(root, '--no-preview')
    expect(watch.output()).toContain('Missing issues')
    mkdirSync(join(root, 'issues'))
    writeFileSync(join(root, 'issues/first.md'), toIssue('First', 'Hello.'))
    await watch.until(() => /built first in/.test(watch?.output() ?? ''))
  })

  test('an email that was deleted', async () => {
    const { write, remove, hear, tree } = await open()
    remove('dist/dusk/email.html')
    await hear(() => write('issues/dawn.md', toIssue('Dawn', 'It rained.')), /built 2 issues/)
    expect(tree()).toContain('dusk/email.html')
  })

  test('a draft is rendered and not written', async () => {
    const { write, hear, tree } = await open()
    const draft = toIssue('Night', 'Not yet.').replace('---\n', '---\ndraft: true\n')
    expect(await hear(() => write('issues/night.md', draft), /rendered/)).toContain(
      'rendered 1 draft for the preview',
    )
    expect(tree()).not.toContain('night/email.html')
  })
})

describe('survives errors:', () => {
  test('of an issue, whose last good email stays', async () => {
    const { write, hear, email } = await open()
    const broken = toIssue('Dawn', ':::callout\nunclosed')
    const output = await hear(() => write('issues/dawn.md', broken), /could not build/)
    expect(output).toContain('issues/dawn.md:6:1  error  Missing closing `:::` of block `callout`')
    expect(output).toContain('> 6 | :::callout')
    expect(email('dawn')).toContain('The sun came up.')
    const fixed = await hear(() => write('issues/dawn.md', toIssue('Dawn', 'Fixed.')), /built dawn/)
    expect(fixed).not.toContain('error')
    expect(email('dawn')).toContain('Fixed.')
  })

  test('of a template', async () => {
    const { write, remove, hear, email } = await open()
    const output = await hear(() => write('templates/default/layout.html', '{% if %}{{ content }}'), /error/)
    expect(output).toContain('templates/default/layout.html:1')
    expect(email('dawn')).toContain('The sun came up.')
    await hear(() => remove('templates/default/layout.html'), /built 2 issues in \d+ ms\n/)
  })

  test('of the config', async () => {
    const { root, write, hear } = await open()
    const config = readFileSync(join(root, 'issue.config.yml'), 'utf8')
    const output = await hear(
      () => write('issue.config.yml', `${config}target: mailchump\n`),
      /nothing built/,
    )
    expect(output).toContain('issue.config.yml:5:9  error')
    write('issues/dawn.md', toIssue('Dawn', 'Meanwhile.'))
    await hear(() => write('issue.config.yml', config), /built dawn in/)
  })

  test('of two configs', async () => {
    const { write, remove, hear } = await open()
    await hear(
      () => write('issue.config.json', '{}'),
      /Unexpected configs `issue.config.yml` and `issue.config.json`/,
    )
    remove('issue.config.json')
    await hear(() => write('issues/dawn.md', toIssue('Dawn', 'After.')), /built dawn in/)
  })

  test('in a burst of saves, of which the last one wins', async () => {
    const { write, email } = await open()
    for (let save = 0; save <= 50; save += 1) write('issues/dawn.md', toIssue('Dawn', `Save ${save}.`))
    await watch?.until(() => email('dawn').includes('Save 50.'))
  })
})

describe('ends', () => {
  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('at %s with everything whole', async (signal) => {
    const { write, opened, tree } = await openBy(openWatchProcess, {})
    write('issues/dawn.md', toIssue('Dawn', 'The very last words.'))
    expect(await opened.stop(signal)).toEqual({ code: 0, signal: null })
    expect(opened.output()).toMatch(/Stopped\.\n$/)
    expect(tree().filter((path) => path.includes('.tmp'))).toEqual([])
    expect(tree()).toContain('manifest.json')
  })

  test.each([
    [['--port', 'many'], 'Unexpected port `many`'],
    [['--target', 'mailchump'], 'Unexpected target `mailchump`'],
    [['--root', 'nowhere'], 'Cannot find the folder'],
  ])('at once when %j makes no sense', async (args, expected) => {
    const root = makeNewsletter(files)
    await expect(openWatch(root, ...args)).rejects.toThrow(expected)
    await expect(openWatch(root, ...args)).rejects.toThrow('ended by itself (2)')
  })
})
