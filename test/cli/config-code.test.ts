/** `--no-config-code`: a config that is a program is not run, by any command that loads one. */
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { runProgram } from '../../src/commands/run-program.ts'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

/** Leaves a file behind when it is run. */
const program = (path: string) =>
  `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(path)}, '')\nexport default { checks: ${noChecks} }\n`

const issue = 'issues/a.md'

function makeWithProgram(name: string) {
  const newsletter = makeNewsletter({ [issue]: toIssue('A'), 'votes.csv': 'vote\n' })
  newsletter.remove('issue.config.yml')
  newsletter.write(name, program(newsletter.path('ran')))
  return newsletter
}

const commands = [
  ['build'],
  ['check'],
  ['check', '--list'],
  ['check', '--explain', 'image-alt'],
  ['send', issue, '--to', 'ada@example.com', '--dry-run'],
  ['sponsors'],
  ['poll', 'tally', 'a', 'b', '--csv', 'votes.csv'],
  ['targets'],
]

test.each(['issue.config.ts', 'issue.config.js', 'issue.config.mjs'])('%s is refused', async (name) => {
  const newsletter = makeWithProgram(name)
  for (const words of commands) {
    const { code, stdout, stderr } = await newsletter.issue(...words, '--no-config-code')
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' })
    expect(stderr).toContain(
      `${name}:1:1  error  Unexpected config \`${name}\`, which is a program, expected one in YAML or JSON  (config)`,
    )
    expect(stderr).toContain('With `--no-config-code` no program of a newsletter is run.')
  }
  expect(newsletter.has('ran')).toBe(false)

  expect((await newsletter.issue('check')).code).toBe(0)
  expect(newsletter.has('ran')).toBe(true)
})

test('by `--config` too, and in the API', async () => {
  const newsletter = makeWithProgram('other.ts')
  const { code, stderr } = await newsletter.issue('check', '--config', 'other.ts', '--no-config-code')
  expect(code).toBe(2)
  expect(stderr).toContain('Unexpected config `other.ts`, which is a program')
  const { outcome } = await check({ root: newsletter.root, config: 'other.ts', configCode: false })
  expect(outcome).toBe('misconfigured')
  expect(newsletter.has('ran')).toBe(false)
})

test('by a watch, too, which reports it and goes on', async () => {
  const newsletter = makeWithProgram('issue.config.ts')
  const interrupt = new AbortController()
  let output = ''
  const stream = {
    write(text: string) {
      output += text
      if (output.includes('`issue.config.ts`, which is a program')) interrupt.abort()
    },
  }
  const code = await runProgram(['watch', '--no-config-code', '--no-preview'], {
    cwd: newsletter.root,
    stdout: stream,
    stderr: stream,
    readInput: async () => new Uint8Array(),
    environment: { NO_COLOR: '1' },
    version: '0.0.0',
    signal: interrupt.signal,
    now: Date.now,
  })
  expect({ code, hasRun: newsletter.has('ran') }).toEqual({ code: 0, hasRun: false })
})

test.each([
  ['issue.config.yml', `checks: ${noChecks}\n`],
  ['issue.config.json', `{ "checks": ${noChecks} }\n`],
])('%s is loaded', async (name, text) => {
  const newsletter = makeNewsletter({ [issue]: toIssue('A'), [name]: text })
  const { code, stderr } = await newsletter.issue('build', '--no-config-code')
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('✓') })
})
