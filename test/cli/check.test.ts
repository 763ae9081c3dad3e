import { describe, expect, test } from 'vitest'
import { validateSarif } from '../report/validate-sarif.ts'
import { makeNewsletter, noChecks, run, toIssue } from './newsletter.ts'

/** Only the check of the subject's length is on, with five letters as its limit. */
const onlyLength = (level = 'error') =>
  `checks: ${JSON.stringify({ ...JSON.parse(noChecks), 'subject-length': [level, { max: 5 }] })}\n`

const files = {
  'issue.config.yml': onlyLength(),
  'issues/fine.md': toIssue('Short'),
  'issues/long.md': toIssue('Too long'),
}

test('finds what only the web copy has', async () => {
  const newsletter = makeNewsletter({
    'issues/one.md': toIssue('One'),
    'templates/default/partials/web-head.html': '{% render "gone" %}\n',
  })
  const { code, stderr } = await newsletter.issue('check')
  expect(stderr).toContain('Cannot render the template `default`')
  expect(code).toBe(1)
  expect((await newsletter.issue('build')).code).toBe(1)
})

describe('issue check', () => {
  test('checks every issue, reports how many, and writes nothing', async () => {
    const newsletter = makeNewsletter(files)
    const before = newsletter.hash('.')
    const { code, stdout, stderr } = await newsletter.issue('check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('issues/long.md:2:10  error  Unexpected subject of 8 characters')
    expect(stderr.slice(stderr.indexOf('✓'))).toBe(
      '✓ issues/fine.md\n✗ issues/long.md  1 error\nChecked 2 issues: 1 of them ready to send · 1 error\n',
    )
    expect(newsletter.hash('.')).toEqual(before)
  })

  test('checks only the files that are named', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stderr } = await newsletter.issue('check', 'issues/fine.md')
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '✓ issues/fine.md\nChecked 1 issue: ready to send\n',
    })
  })

  test('leaves an earlier build as it is', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    newsletter.remove('issues/fine.md')
    const before = newsletter.hash('dist')
    await newsletter.issue('check')
    expect(newsletter.hash('dist')).toEqual(before)
  })

  test('reports what a build reports besides the checks', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'slug: x\n', '![x](none.png)'),
      'issues/b.md': toIssue('B', 'slug: x\n'),
      'issues/c.md': '',
    })
    const { code, stderr } = await newsletter.issue('check')
    expect(code).toBe(1)
    expect(stderr).toContain('(image-file)')
    expect(stderr.match(/\(slug-unique\)/g)).toHaveLength(2)
    expect(stderr).toContain('issues/c.md:1:1  error')
    expect(stderr).toContain('Checked 3 issues: 0 of them ready to send · 4 errors')
    const build = await newsletter.issue('build')
    expect(build.stderr).toContain(
      '✗ issues/a.md  not written: 2 errors\n✗ issues/b.md  not written: 1 error\n',
    )
  })

  test('fails for warnings only when strict', async () => {
    const newsletter = makeNewsletter({ ...files, 'issue.config.yml': onlyLength('warning') })
    const lenient = await newsletter.issue('check')
    expect(lenient.code).toBe(0)
    expect(lenient.stderr).toContain('✓ issues/long.md  1 warning\n')
    const strict = await newsletter.issue('check', '--strict')
    expect(strict.code).toBe(1)
    expect(strict.stderr).toContain('✗ issues/long.md  1 warning\n')
  })

  test('checks drafts with --drafts, or when they are named', async () => {
    const newsletter = makeNewsletter({ ...files, 'issues/soon.md': toIssue('Soon, soon', 'draft: true\n') })
    const all = await newsletter.issue('check', '--quiet')
    expect(all.stderr).not.toContain('soon.md')
    expect((await newsletter.issue('check')).stderr).toContain('1 draft skipped')
    for (const flags of [['--drafts'], ['issues/soon.md']]) {
      const { stderr } = await newsletter.issue('check', ...flags)
      expect(stderr).toContain('✗ issues/soon.md  1 error')
    }
  })

  test('refuses what makes no sense with exit code 2', async () => {
    const newsletter = makeNewsletter(files)
    const missing = await newsletter.issue('check', 'issues/none.md')
    expect(missing).toEqual({ code: 2, stdout: '', stderr: 'issue: Cannot find `issues/none.md`\n' })
    newsletter.write('issue.config.yml', 'checks: { subject-length: false }\n')
    const { code, stderr } = await newsletter.issue('check')
    expect(code).toBe(2)
    expect(stderr).toContain('Unexpected `false` in `checks.subject-length`')
    expect(stderr).toContain('Nothing was checked: fix the config first.')
  })
})

describe('standard input', () => {
  test('is one issue, beside the newsletter', async () => {
    const newsletter = makeNewsletter(files)
    newsletter.write('issues/images/x.png', '')
    const { code, stderr } = await newsletter.pipe(toIssue('Too long', '', '[fine](fine.md)'), 'check', '-')
    expect(code).toBe(1)
    expect(stderr).toContain('issues/stdin.md:2:10  error  Unexpected subject of 8 characters')
    expect(stderr).toContain('Checked 1 issue: 0 of them ready to send')
    expect((await newsletter.pipe(toIssue('Short'), 'check', '-')).code).toBe(0)
  })

  test('may have the slug of the issue that it will be, and be a draft', async () => {
    const newsletter = makeNewsletter({ ...files, 'issues/other.md': toIssue('Short', 'slug: same\n') })
    const { code, stderr } = await newsletter.pipe(
      toIssue('Short', 'slug: same\ndraft: true\n'),
      'check',
      '-',
    )
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '✓ issues/stdin.md\nChecked 1 issue: ready to send\n',
    })
  })

  test('comes with files, too', async () => {
    const newsletter = makeNewsletter(files)
    const { stderr } = await newsletter.pipe(toIssue('Short'), 'check', '-', 'issues/fine.md')
    expect(stderr).toContain('Checked 2 issues: ready to send')
  })

  test('that is empty or not UTF-8 is reported', async () => {
    const newsletter = makeNewsletter(files)
    const empty = await newsletter.pipe('', 'check', '-')
    expect(empty).toEqual({ code: 2, stdout: '', stderr: 'issue: Missing Markdown on standard input\n' })
    const latin = await newsletter.pipe(Buffer.from('# Caf\xe9\n', 'latin1'), 'check', '-')
    expect(latin.code).toBe(1)
    expect(latin.stderr).toContain('Cannot read the standard input: byte 6, in line 1, is not UTF-8')
  })
})

describe('a finding', () => {
  test('of level error blocks its issue from being built', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain('not written: 1 error')
    expect(newsletter.has('dist/fine/email.html')).toBe(true)
    expect(newsletter.has('dist/long')).toBe(false)
  })

  test('of level warning does so when strict', async () => {
    const newsletter = makeNewsletter({ ...files, 'issue.config.yml': onlyLength('warning') })
    expect((await newsletter.issue('build', '--strict')).code).toBe(1)
    expect(newsletter.has('dist/long')).toBe(false)
    expect((await newsletter.issue('build')).code).toBe(0)
    expect(newsletter.has('dist/long/email.html')).toBe(true)
  })

  test('on a template blocks all issues that use it from being built, and is reported once', async () => {
    const custom = `{
      name: 'no-body', summary: 'S.', note: 'N.', level: 'error',
      run: ({ document, originOf }, report) => {
        const html = document.children.find(({ tagName }) => tagName === 'html')
        report('Unexpected body', { at: originOf(html.children.find(({ tagName }) => tagName === 'body')) })
      },
    }`
    const newsletter = makeNewsletter({
      'issue.config.mjs': `export default { checks: { ...${noChecks}, 'no-body': ${custom} } }\n`,
      'issues/a.md': toIssue('A'),
      'issues/b.md': toIssue('B'),
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr.match(/issuepress\/templates\/default\/layout\.html:\d+:\d+ {2}error/g)).toHaveLength(1)
    expect(stderr).toContain('Built 0 of 2 issues')
    expect(newsletter.list('dist')).toEqual(['manifest.json'])
    const checked = await newsletter.issue('check')
    expect(checked.code).toBe(1)
    expect(checked.stderr).toContain(
      '✗ issues/a.md  errors in its template\n✗ issues/b.md  errors in its template\n',
    )
  })

  test('can be switched off in the Markdown; a comment that does nothing is a warning', async () => {
    const config = `export default { checks: { ...${noChecks}, 'bad-word': {
      name: 'bad-word', summary: 'S.', note: 'N.', level: 'warning',
      run: ({ tree }, report) => {
        for (const node of tree.children) if (node.children?.[0]?.value === 'Bad') report('Bad', { at: node })
      },
    } } }\n`
    const body = '<!-- issue-disable-next-line bad-word -->\n\nBad\n\nBad'
    const newsletter = makeNewsletter({ 'issue.config.mjs': config, 'issues/a.md': toIssue('A', '', body) })
    const { stderr } = await newsletter.issue('check')
    expect(stderr).toContain('issues/a.md:11:1  warning  Bad')
    expect(stderr).toContain('✓ issues/a.md  1 warning')
    newsletter.write('issues/a.md', toIssue('A', '', body.replace('bad-word', 'bad-wrod yaml-syntax')))
    const mistyped = await newsletter.issue('check')
    expect(mistyped.stderr).toContain(
      'issues/a.md:7:30  warning  Unexpected check `bad-wrod` in `issue-disable-next-line`, expected `bad-word`  (check-switch)',
    )
    expect(mistyped.stderr).toContain(
      'issues/a.md:7:39  warning  Unexpected rule `yaml-syntax` in `issue-disable-next-line`, expected one that `issue check --list` lists',
    )
    newsletter.write('issues/a.md', toIssue('A', '', body.replace('-next', '')))
    expect((await newsletter.issue('check')).stderr).toContain(
      'Unexpected comment `issue-disable-line`, expected `issue-disable-next-line`',
    )
  })
})

describe('the checks themselves', () => {
  const custom = `{ name: 'my-check', summary: 'Mine holds.', note: 'Since I say so.', level: 'error', run() {} }`
  const config = `export default { checks: { 'subject-length': ['error', { max: 5 }], 'link-text': 'off', 'my-check': ${custom} } }\n`

  test('are listed with the levels of the config', async () => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': config })
    const { code, stdout, stderr } = await newsletter.issue('check', '--list')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^subject-length +error +The subject/m)
    expect(stdout).toMatch(/^link-text +off +/m)
    expect(stdout).toMatch(/^my-check +error +Mine holds\. \(custom\)$/m)
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0])
    expect(names).toEqual(expect.arrayContaining(Object.keys(JSON.parse(noChecks))))
  })

  test('are listed without a newsletter, too', async () => {
    const { code, stdout } = await run(['check', '--list'], { cwd: import.meta.dirname })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^link-text +warning/m)
  })

  test('are explained', async () => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': config })
    const { code, stdout } = await newsletter.issue('check', '--explain', 'subject-length')
    expect(code).toBe(0)
    for (const part of [
      /^subject-length {2}error( \(warning by default\))?$/m,
      /^ {4}max: 5 \(70 by default\)$/m,
      /^ {6}subject-length: off$/m,
      /^ {6}# or subject-length: \[(error|warning), \{ max: 70 \}\]$/m,
      /^ {4}<!-- issue-disable-next-line subject-length -->$/m,
    ]) {
      expect(stdout).toMatch(part)
    }
    const mine = await newsletter.issue('check', '--explain', 'my-check')
    expect(mine.stdout).toContain('my-check  error, a custom check\n\n  Mine holds.\n\n  Since I say so.\n')
    expect(mine.stdout).not.toContain('https:')
  })

  test('that are unknown are reported with the nearest name', async () => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': config })
    const { code, stdout, stderr } = await newsletter.issue('check', '--explain', 'my-chekc')
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'issue: Unexpected rule `my-chekc`, expected `my-check`\n',
    })
    newsletter.write('issue.config.mjs', 'export default { url: 1 }')
    expect(await newsletter.issue('check', '--list')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('other rules', () => {
  const config = `export default {
    blocks: { rsvp: { name: 'rsvp', spec: {}, resolve: (_, { report }) => {
      report('Missing date', { aspect: 'date', at: undefined })
      report('Unexpected guest', { severity: 'warning' })
      return {}
    } } },
    checks: { ...${noChecks}, 'rsvp-date': 'warning', 'link-address': 'off', 'css-import': 'off', 'yaml-syntax': 'off', 'html-elemnt': 'off' },
  }\n`
  const files = {
    'issue.config.mjs': config,
    'templates/default/blocks/rsvp.html': 'Come!',
    'templates/default/extra.css': '@import "more.css";\n',
    'issues/a.md': toIssue('A', '', '[About](about.html)\n\n<!-- issue-disable-next-line rsvp -->\n\n::rsvp'),
  }

  test('have the levels of the config and comments, in templates and of custom blocks too', async () => {
    const { code, stderr } = await makeNewsletter(files).issue('check')
    expect(code).toBe(0)
    expect(stderr.match(/^\S.*\)$/gm)).toEqual([
      'issue.config.mjs  warning  Unexpected rule `yaml-syntax` in `checks`, expected one that `issue check --list` lists with a level  (config)',
      'issue.config.mjs  warning  Unexpected check `html-elemnt` in `checks`, expected `html-element`  (config)',
      'issues/a.md:11:1  warning  Missing date  (rsvp-date)',
    ])
  })

  test('are listed and explained, those of custom blocks too', async () => {
    const newsletter = makeNewsletter(files)
    const { stdout } = await newsletter.issue('check', '--list')
    expect(stdout).toMatch(/^link-address +off +Links have an address/m)
    expect(stdout).toMatch(/^html-element +on +HTML in an issue/m)
    expect(stdout).toMatch(/^yaml-syntax +fixed +YAML/m)
    expect(stdout).toMatch(/^rsvp +on +What the block `rsvp` of the config reports\. \(custom\)$/m)
    expect(stdout).toMatch(/^rsvp-date +warning +What the block `rsvp`/m)
    const explained = await newsletter.issue('check', '--explain', 'rsvp-date')
    expect(explained).toMatchObject({ code: 0, stderr: '' })
    expect(explained.stdout).toMatch(/^rsvp-date {2}warning, a rule of a custom block$/m)
    expect((await newsletter.issue('check', '--explain', 'rsvq')).stderr).toBe(
      'issue: Unexpected rule `rsvq`, expected `rsvp`\n',
    )
  })

  test('of which nothing right could be sent stay errors', async () => {
    const newsletter = makeNewsletter({
      ...files,
      'issues/a.md': toIssue('A', '', '<!-- issue-disable -->\n\n::nothing\n\n[About](about.html)'),
    })
    const { code, stderr } = await newsletter.issue('check')
    expect(code).toBe(1)
    expect(stderr.match(/^issues\/a.md:.*$/gm)).toEqual([
      expect.stringMatching(/^issues\/a.md:9:1 {2}error {2}Unexpected block `nothing`/),
    ])
  })
})

describe('an error outside of the issues', () => {
  test('keeps the conclusion from `ready to send`, and is named', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A'), 'isue.config.yml': 'name: N\n' })
    newsletter.remove('issue.config.yml')
    const { code, stderr } = await newsletter.issue('check')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Checked 1 issue: not ready to send, because of `isue\.config\.yml` · 1 error/m)
    // The address may be in that config.
    expect(stderr).not.toContain('postal-address')
  })

  test('a warning does so with --strict only', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A'),
      'issue.config.yml': `checks: ${noChecks}\n`,
      'layout.html': '<p>\n',
    })
    expect((await newsletter.issue('check')).stderr).toContain('Checked 1 issue: ready to send · 1 warning')
    const strict = await newsletter.issue('check', '--strict')
    expect(strict.code).toBe(1)
    expect(strict.stderr).toContain('not ready to send, because of `layout.html` · 1 warning')
  })
})

describe('a missing postal address', () => {
  const only = `checks: ${JSON.stringify({ ...JSON.parse(noChecks), 'postal-address': 'warning' })}\n`
  const issues = { 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B') }

  test('is reported once, on the config', async () => {
    const newsletter = makeNewsletter({ ...issues, 'issue.config.yml': only })
    const args = ['check', '--reporter', 'unix', '--quiet']
    const expected = 'issue.config.yml:1:1: Missing `postalAddress` in the config [warning/postal-address]\n'
    expect((await newsletter.issue(...args)).stdout).toBe(expected)
    // Restored from the cache, and with several targets.
    expect((await newsletter.issue(...args)).stdout).toBe(expected)
    expect((await newsletter.issue(...args, '--target', 'generic,ses')).stdout).toBe(expected)
    newsletter.write('issue.config.yml', `${only}postalAddress: Tea Road 1, 10115 Berlin\n`)
    expect((await newsletter.issue(...args)).stdout).toBe('')
  })

  test('without a config says which file to write', async () => {
    const newsletter = makeNewsletter(issues)
    newsletter.remove('issue.config.yml')
    const { stderr } = await newsletter.issue('check')
    expect(stderr).toContain('issue.config.yml  warning  Missing `postalAddress` in the config')
    expect(stderr.replace(/\s+/g, ' ')).toContain('create `issue.config.yml` beside `issues/`')
  })

  test('is reported on a layout of the newsletter’s own, which would have to print it', async () => {
    const newsletter = makeNewsletter({
      ...issues,
      'issue.config.yml': only,
      'templates/default/layout.html': '<html lang="en"><body>{{ content }}</body></html>\n',
    })
    const { stdout } = await newsletter.issue('check', '--reporter', 'unix', '--quiet')
    expect(stdout).toContain('templates/default/layout.html:1:17: Missing postal address in the HTML')
    expect(stdout).not.toContain('issue.config.yml')
  })
})

describe('repeated messages', () => {
  const links = Array.from({ length: 8 }, (_, index) => `[the page ${index}](http://host-${index}.org/)\n`)
  const repeated = {
    'issue.config.yml': `checks: ${JSON.stringify({ ...JSON.parse(noChecks), 'link-insecure': 'warning' })}\n`,
    'issues/a.md': toIssue('A', '', links.join('\n')),
    'issues/b.md': toIssue('B', '', links[0]),
  }
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

  test.each(['check', 'build'])('of issue %s are shortened, and counted in a table', async (command) => {
    const { code, stderr } = await makeNewsletter(repeated).issue(command)
    expect(code).toBe(0)
    expect(count(stderr, /Unexpected `http:`/g)).toBe(5)
    expect(count(stderr, /Also in issues\/b\.md:7\n/g)).toBe(1)
    expect(count(stderr, /Anyone on the network/g)).toBe(1)
    expect(count(stderr, /--explain link-insecure/g)).toBe(1)
    expect(stderr).toContain('issues/a.md  warning  … and 3 more of `link-insecure` (lines 17, 19, 21)\n')
    expect(stderr).toContain('\n\n  link-insecure  9 warnings  in 2 issues\n\n')
  })

  test.each(['check', 'build'])('of issue %s are all printed with --verbose', async (command) => {
    const { stderr } = await makeNewsletter(repeated).issue(command, '--verbose')
    expect(count(stderr, /Unexpected `http:`/g)).toBe(9)
    expect(count(stderr, /Anyone on the network/g)).toBe(9)
    expect(stderr).not.toContain('more of')
  })

  test.each([
    ['json', /"reason": "Unexpected `http:`/g],
    ['github', /^::warning .*Anyone on the network/gm],
    ['sarif', /"text": "Unexpected `http:`/g],
    ['unix', /^issues\/.*\[warning\/link-insecure\]$/gm],
  ])('are all in the report for %s', async (reporter, pattern) => {
    const { stdout } = await makeNewsletter(repeated).issue('check', '--reporter', reporter)
    expect(count(stdout, pattern)).toBe(9)
  })
})

describe('reporters', () => {
  test('json', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stdout, stderr } = await newsletter.issue('check', '--reporter', 'json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      issues: [
        { source: 'issues/fine.md', sound: true, written: false, files: [], sizes: null, errors: 0 },
        { source: 'issues/long.md', sound: false, written: false, files: [], sizes: null, errors: 1 },
      ],
      messages: [{ file: 'issues/long.md', rule: 'subject-length' }],
      summary: { outcome: 'failed', written: 0, errors: 1 },
    })
    const fine = await newsletter.issue('check', '--reporter', 'json', 'issues/fine.md')
    expect(JSON.parse(fine.stdout).summary.outcome).toBe('passed')
  })

  test.each(['check', 'build'])('github, of issue %s', async (command) => {
    const newsletter = makeNewsletter(files)
    const { code, stdout, stderr } = await newsletter.issue(command, '--reporter', 'github')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^::error file=issues\/long\.md,line=2,col=10,endLine=2,endColumn=18,title=subject-length::Unexpected subject of 8 characters[^\n]*%0A[^\n]*\n$/,
    )
    expect(stderr).toContain(command === 'check' ? '✗ issues/long.md' : '✗ long')
    expect(stderr).not.toContain('Unexpected')
  })

  test.each(['check', 'build'])('unix, of issue %s', async (command) => {
    const newsletter = makeNewsletter(files)
    const { code, stdout, stderr } = await newsletter.issue(command, '--reporter', 'unix')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^issues\/long\.md:2:10: Unexpected subject of 8 characters[^\n]* \[error\/subject-length\]\n$/,
    )
    expect(stderr).toContain(command === 'check' ? '✗ issues/long.md' : '✗ long')
    expect(stderr).not.toContain('Unexpected')
  })

  test('unix takes paths from the working directory, as an editor does', async () => {
    const newsletter = makeNewsletter(files)
    const { stdout } = await run(['check', '--root', '..', '--reporter', 'unix'], {
      cwd: newsletter.path('issues'),
    })
    expect(stdout).toMatch(/^long\.md:2:10: /)
  })

  test('take paths from the checkout, wherever the command was typed', async () => {
    const newsletter = makeNewsletter(files)
    const options = { cwd: newsletter.path('issues'), environment: { GITHUB_WORKSPACE: newsletter.parent } }
    const github = await run(['check', '--root', '..', '--reporter', 'github', '--quiet'], options)
    expect(github.stdout).toContain('::error file=my newsletter/issues/long.md,')
    expect(github.stderr).toBe('')
    const sarif = await run(['check', '--root', '..', '--reporter', 'sarif'], options)
    expect(sarif.stdout).toContain('"uri": "my%20newsletter/issues/long.md"')
  })

  test.each(['check', 'build'])('sarif, of issue %s', async (command) => {
    const newsletter = makeNewsletter(files)
    const { code, stdout, stderr } = await newsletter.issue(command, '--reporter', 'sarif')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const log = JSON.parse(stdout)
    expect(validateSarif(log)).toEqual([])
    const [{ results, tool }] = log.runs
    expect(results).toHaveLength(1)
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'issues/long.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 18 },
    })
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('subject-length')
    expect((await newsletter.issue(command, '--reporter', 'sarif')).stdout).toBe(stdout)
  })

  test('sarif, of a config with errors', async () => {
    const newsletter = makeNewsletter({ ...files, 'issue.config.yml': 'url: x\n' })
    const { code, stdout } = await newsletter.issue('check', '--reporter', 'sarif')
    expect(code).toBe(2)
    const log = JSON.parse(stdout)
    expect(validateSarif(log)).toEqual([])
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'config', level: 'error' })
  })
})
