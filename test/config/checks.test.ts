import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import {
  type ConfigOverrides,
  validateConfigText,
  validateConfigValue,
} from '../../src/config/validate-config.ts'

const known: ConfigOverrides = {
  checks: [
    { name: 'link-text', options: { words: ['here'], short: true, prefix: '' } },
    { name: 'message-size', options: { max: 100 } },
    { name: 'title-subject' },
  ],
  clients: ['gmail', 'gmail.ios', 'gmail.android', 'outlook', 'outlook.windows'],
}

/** The messages on a config in YAML: `line:column severity reason`. */
function listMessages(yaml: string): string[] {
  const file = new VFile({ path: 'issue.config.yml', value: yaml })
  validateConfigText(file, known)
  return file.messages.map(
    ({ line, column, fatal, reason }) => `${line}:${column} ${fatal ? 'error' : 'warning'} ${reason}`,
  )
}

test('levels and options are in the config', () => {
  const value = `checks:
  link-text: off
  message-size: [warning, { max: 5 }]
  title-subject: [error]
clients: [gmail.ios, outlook]
`
  const file = new VFile({ value })
  expect(validateConfigText(file, known)).toEqual({
    checks: {
      'link-text': 'off',
      'message-size': ['warning', { max: 5 }],
      'title-subject': ['error', {}],
    },
    clients: ['gmail.ios', 'outlook'],
  })
  expect(file.messages).toEqual([])
})

test('entries without a value are removed', () => {
  const file = new VFile({ value: 'checks:\n  link-text:\n' })
  expect(validateConfigText(file, known)).toEqual({ checks: {} })
  expect(file.messages).toEqual([])
})

describe('errors', () => {
  test.each([
    [
      'checks: { link-txt: off }',
      '1:11 warning Unexpected check `link-txt` in `checks`, expected `link-text`',
    ],
    [
      'checks: { spelling: off }',
      '1:11 warning Unexpected check `spelling` in `checks`, expected one that `issue check --list` lists',
    ],
    [
      'checks: { link-text: false }',
      '1:22 error Unexpected `false` in `checks.link-text`, expected `off`, `warning` or `error`',
    ],
    [
      'checks: { link-text: true }',
      '1:22 error Unexpected `true` in `checks.link-text`, expected `off`, `warning` or `error`',
    ],
    ['checks: { link-text: warn }', '1:22 error Unexpected `warn` in `checks.link-text`, expected `warning`'],
    [
      'checks: { link-text: 2 }',
      '1:22 error Unexpected `2` in `checks.link-text`, expected `off`, `warning` or `error`',
    ],
    [
      'checks: { message-size: { max: 3 } }',
      '1:25 error Unexpected map in `checks.message-size`, expected a level, and options if need be, such as `[warning, { max: 100 }]`',
    ],
    [
      'checks: { message-size: [eror, { max: 3 }] }',
      '1:26 error Unexpected `eror` in `checks.message-size`, expected `error`',
    ],
    [
      'checks: { message-size: [error, 3] }',
      '1:33 error Unexpected `3` in `checks.message-size`, expected a level, and options if need be, such as `[warning, { max: 100 }]`',
    ],
    [
      'checks: { title-subject: [error, [], 1] }',
      '1:38 error Unexpected `1` in `checks.title-subject`, expected `off`, `warning` or `error`',
    ],
    [
      'checks: { message-size: [error, { mx: 3 }] }',
      '1:35 error Unexpected option `mx` of `message-size`, expected `max`',
    ],
    [
      'checks: { title-subject: [error, { max: 3 }] }',
      '1:36 error Unexpected option `max` of `title-subject`, expected none',
    ],
    [
      'checks: { message-size: [error, { max: many }] }',
      '1:40 error Unexpected `many` in `max` of `message-size`, expected a number',
    ],
    [
      'checks: { link-text: [error, { words: [1] }] }',
      '1:39 error Unexpected list in `words` of `link-text`, expected a list of texts',
    ],
    [
      'checks: { link-text: [error, { short: no }] }',
      '1:39 error Unexpected `no` in `short` of `link-text`, expected `true` or `false`',
    ],
    ['checks: [link-text]', '1:9 error Unexpected list in `checks`, expected a map of checks'],
    ['clients: [gmial]', '1:11 error Unexpected client `gmial` in `clients`, expected `gmail`'],
    [
      'clients: [gmail.windowsphone]',
      '1:11 error Unexpected client `gmail.windowsphone` in `clients`, expected `gmail.ios` or `gmail.android`',
    ],
    [
      'clients: [netscape]',
      '1:11 error Unexpected client `netscape` in `clients`, expected `gmail` or `outlook`',
    ],
    ['clients: []', '1:10 error Unexpected list in `clients`, expected at least one mail client'],
    ['clients: gmail', "1:10 error Unexpected `gmail` in `clients`, expected a list of mail clients' names"],
  ])('%s', (yaml, expected) => {
    expect(listMessages(yaml)).toEqual([expected])
  })

  test('notes name the options with their defaults, and what to write', () => {
    const notes = (value: string) => {
      const file = new VFile({ value })
      validateConfigText(file, known)
      return file.messages.map(({ note }) => note)
    }
    expect(notes('checks: { link-text: [off, { x: 1 }] }')).toEqual([
      'Its options, with their defaults: `words` (["here"]), `short` (true), `prefix` ("").',
    ])
    expect(notes('checks: { link-text: false }')).toEqual(['To switch the check off, write `off`.'])
    expect(notes('checks: { link-text: true }')[0]).toContain('on unless it is switched off')
  })

  test('without known checks and clients every name and option is accepted', () => {
    const file = new VFile({ value: 'checks: { any: [error, { thing: 1 }] }\nclients: [any]\n' })
    expect(validateConfigText(file)).toEqual({ checks: { any: ['error', { thing: 1 }] }, clients: ['any'] })
    expect(file.messages).toEqual([])
  })
})

describe('custom checks', () => {
  const custom = { name: 'my-check', summary: 'S.', note: 'N.', level: 'error', run: () => {} }
  const validate = (checks: Record<string, unknown>) => {
    const file = new VFile()
    const config = validateConfigValue({ checks }, file, known)
    return { config, reasons: file.messages.map(({ reason }) => reason) }
  }

  test('are accepted as they are', () => {
    const { config, reasons } = validate({
      'my-check': custom,
      'link-text': { ...custom, name: 'link-text' },
    })
    expect(reasons).toEqual([])
    expect(config.checks).toEqual({
      'my-check': { ...custom, run: expect.any(Function) },
      'link-text': { ...custom, name: 'link-text', run: expect.any(Function) },
    })
  })

  test('may be objects of a class', () => {
    class Counter {
      name = 'my-check'
      summary = 'S.'
      note = 'N.'
      level = 'error'
      count = 0
      run() {
        this.count += 1
      }
    }
    const counter = new Counter()
    const { config } = validate({ 'my-check': counter })
    const check = Object.assign({}, config.checks?.['my-check']) as unknown as { run(): void }
    check.run()
    expect(counter.count).toBe(1)
  })

  test.each([
    ['another name', { name: 'other' }, 'Unexpected name `other` in the check `my-check`'],
    ['no name', { name: undefined }, 'Missing `name` in the check `my-check`, expected `my-check`'],
    ['no note', { note: undefined }, 'Missing `note` in the check `my-check`, expected a text'],
    ['no level', { level: undefined }, 'Missing `level` in the check `my-check`'],
    ['a wrong level', { level: 'fatal' }, 'Unexpected level `fatal` in the check `my-check`'],
    ['no function', { run: 'x' }, 'Unexpected `run` in the check `my-check`, expected a function'],
  ])('with %s are refused', (_, change, expected) => {
    const { config, reasons } = validate({ 'my-check': { ...custom, ...change } })
    expect(reasons).toEqual([expect.stringContaining(expected)])
    expect(config.checks).toEqual({})
  })

  test('have names that a comment in the Markdown can have', () => {
    expect(validate({ 'My check': { ...custom, name: 'My check' } }).reasons).toEqual([
      expect.stringContaining('Unexpected name `My check` of a check'),
    ])
  })

  test('have names that no other rule has', () => {
    const { config, reasons } = validate({ 'front-matter': { ...custom, name: 'front-matter' } })
    expect(reasons).toEqual([
      'Unexpected name `front-matter` of a check, expected one that no other rule has',
    ])
    expect(config.checks).toEqual({})
  })
})
