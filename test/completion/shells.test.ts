/**
 * Completion in the real shells: bash and zsh have a terminal in which keys are typed, the Tab key among them; fish lists
 * what it completes by itself.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { makeNewsletter } from '../cli/newsletter.ts'
import { findProgram } from '../editor/find-program.ts'

const cli = join(import.meta.dirname, '../../lib/cli.js')
const terminal = join(import.meta.dirname, '../init/terminal.py')
const [tab, clear, enter] = ['\t', '\u0015', '\r']

const has = {
  python3: findProgram('python3', ['--version'], 'completion in bash and zsh'),
  bash: findProgram('bash', ['--version'], 'completion in bash'),
  zsh: findProgram('zsh', ['--version'], 'completion in zsh'),
  fish: findProgram('fish', ['--version'], 'completion in fish'),
}

/** A newsletter, and an environment in which `issue` is the compiled command. */
function prepare() {
  const newsletter = makeNewsletter({
    'issue.config.yml': 'sponsors: { acme: { name: Acme, url: https://acme.example } }\n',
    'issues/2024-11-28-sora.md': '---\nsubject: Sora\n---\n\n:::poll{#feedback}\nGood?\n\n- Yes\n- No\n:::\n',
    'issues/2024-12-05-tea.md': '---\nsubject: Tea\n---\n\nTea.\n',
    'issues/my second issue.md': '---\nsubject: Second\n---\n\nText.\n',
    'home/.bashrc':
      "PS1='ready> '\nbind 'set show-all-if-ambiguous on'\nbind 'set bell-style none'\nbind 'set page-completions off'\nbind 'set enable-bracketed-paste off'\nsource <(issue completion bash)\n",
    'home/.zshrc':
      "PS1='ready> '\nunsetopt list_ambiguous beep prompt_cr prompt_sp\nautoload -Uz compinit\ncompinit -u -D\nsource <(issue completion zsh)\n",
  })
  const bin = newsletter.path('bin')
  mkdirSync(bin)
  symlinkSync(cli, join(bin, 'issue'))
  chmodSync(cli, 0o755)
  const home = newsletter.path('home')
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter)
  const environment = { PATH: path, HOME: home, ZDOTDIR: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' }
  return { newsletter, environment }
}

/** Types a line and Tab; waits for the last of the words, and returns what the terminal shows. */
function typeTab(shell: 'bash' | 'zsh', line: string, last: string): string {
  const { newsletter, environment } = prepare()
  const steps = [
    ['ready> ', line],
    [line.slice(-4), tab],
    // Shells may discard what is typed after Ctrl-C: the line is cleared by the key for that.
    [last, `${clear}exit${enter}`],
  ]
  const command =
    shell === 'bash'
      ? ['bash', '--noprofile', '--rcfile', `${environment.HOME}/.bashrc`, '-i']
      : ['zsh', '-i']
  const { status, stdout, stderr } = spawnSync('python3', [terminal, JSON.stringify(steps), ...command], {
    cwd: newsletter.root,
    env: environment,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stripVTControlCharacters(stdout)
}

/** What is typed, the words that are shown then, and words that must not be. */
const cases: [line: string, shown: string[], missing: string[]][] = [
  ['issue ', ['build', 'check', 'completion', 'watch'], ['--root']],
  ['issue build --tar', ['get '], ['--root']],
  ['issue build --target mail', ['mailchimp', 'mailerlite', 'mailgun'], ['ghost', 'mail.md']],
  ['issue build --target=mailc', ['himp '], ['mailgun']],
  ['issue check 2024-11', ['-28-sora '], ['tea']],
  ['issue check issues/my', ['\\ second\\ issue.md '], []],
  ['issue sponsors a', ['cme '], []],
  ['issue poll tally sora f', ['eedback '], []],
]

describe.each(['bash', 'zsh'] as const)('%s', (shell) => {
  test.skipIf(!has[shell] || !has.python3).each(cases)('completes `%s`', (line, words, missing) => {
    const shown = typeTab(shell, line, words.at(-1)?.trim() ?? '')
    for (const word of words) expect(shown).toContain(word.trimEnd())
    for (const word of missing) expect(shown).not.toContain(word)
  })
})

/** The same for fish, which lists whole words. */
const fishCases: [line: string, words: string[]][] = [
  ['issue build --tar', ['--target']],
  ['issue build --target mail', ['mailchimp', 'mailerlite', 'mailgun']],
  ['issue build --target=mailc', ['--target=mailchimp']],
  ['issue check 2024-11', ['2024-11-28-sora']],
  ['issue check issues/my', ['issues/my second issue.md']],
  ['issue sponsors a', ['acme']],
  ['issue poll tally sora f', ['feedback']],
]

describe('fish', () => {
  const complete = (line: string) => {
    const { newsletter, environment } = prepare()
    const program = `issue completion fish | source; complete -C ${JSON.stringify(line)}`
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', program], {
      cwd: newsletter.root,
      env: environment,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    return stdout
      .trimEnd()
      .split('\n')
      .map((shown) => shown.split('\t')[0])
  }

  test.skipIf(!has.fish).each(fishCases)('completes `%s`', (line, words) => {
    expect(complete(line).toSorted()).toEqual(words)
  })

  test.skipIf(!has.fish)('completes `issue `', () => {
    expect(complete('issue ')).toEqual(expect.arrayContaining(['build', 'check', 'completion', 'watch']))
  })
})
