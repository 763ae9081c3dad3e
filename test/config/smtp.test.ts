/** The config's `list` and `smtp`, which must not contain a password. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'
import { formatGithub } from '../../src/report/format-github.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'

function validate(text: string) {
  const file = new VFile({ path: 'issue.config.yml', value: text })
  const config = validateConfigText(file)
  const messages = file.messages.map(
    ({ line, column, fatal, reason }) => `${line}:${column} ${fatal ? 'error' : 'warning'} ${reason}`,
  )
  return { file, config, messages }
}

describe('a password in the config', () => {
  test.each([
    ['smtp:\n  host: smtp.example.com\n  password: hunter2\n', '3:3', 'smtp.password'],
    ['smtp:\n  host: smtp.example.com\n  pass: "hunter2"\n', '3:3', 'smtp.pass'],
    ['smtp: { host: smtp.example.com, auth: { user: ada, pass: hunter2 } }\n', '1:33', 'smtp.auth'],
    ['smtp:\n  password: |\n    hunter2\n', '2:3', 'smtp.password'],
    ['smtp:\n  host: smtp://ada:hunter2@smtp.example.com\n', '2:3', 'smtp.host'],
  ])('is an error at its line, and masked: %j', (text, place, key) => {
    const { file, config, messages } = validate(text)
    expect(messages).toEqual([
      `${place} error Unexpected password in the config, at \`${key}\`, expected none`,
    ])
    expect(file.messages[0]?.note).toMatch(/`ISSUE_SMTP_PASSWORD`, or `ISSUE_SMTP_URL`/)
    expect(config.smtp).toBeUndefined()
    expect(formatPretty([file], { colour: false })).toMatch(/•+/)
    const shown = [
      formatPretty([file], { colour: false }),
      formatGithub([file], { resolveRepositoryPath: ({ path }) => path }),
      String(file),
      ...messages,
    ]
    expect(shown.join('\n')).not.toContain('hunter2')
  })

  test('in an address instead of a map is one, too', () => {
    const { file, messages } = validate('smtp: smtp://ada:hunter2@smtp.example.com\n')
    expect(messages).toEqual([
      '1:1 error Unexpected address in `smtp`, expected a map with `host`, `port`, `secure` and `user`',
    ])
    expect(formatPretty([file], { colour: false })).not.toContain('hunter2')
  })

  test('in JavaScript is reported by its key', () => {
    const file = new VFile({ path: 'issue.config.mjs', value: '' })
    validateConfigValue({ smtp: { host: 'a.example', password: 'hunter2' } }, file)
    expect(file.messages.map(({ reason }) => reason)).toEqual([
      'Unexpected password in the config, at `smtp.password`, expected none',
    ])
  })
})

test('valid entries are accepted', () => {
  const { config, messages } = validate(
    [
      'smtp: { host: localhost, port: 1025, secure: none }',
      'list:',
      '  id: news.example.com',
      '  unsubscribe: { url: "https://example.com/u?s={{ subscriber.id }}", mailto: "mailto:u@example.com", oneClick: true }',
    ].join('\n'),
  )
  expect(messages).toEqual([])
  expect(config.smtp).toEqual({ host: 'localhost', port: 1025, secure: 'none' })
  expect(config.list).toEqual({
    id: 'news.example.com',
    unsubscribe: {
      url: 'https://example.com/u?s={{ subscriber.id }}',
      mailto: 'u@example.com',
      oneClick: true,
    },
  })
})

test('the addresses of tests are one or a list of ten at most', () => {
  expect(validate('test: ada@example.com')).toMatchObject({
    config: { test: 'ada@example.com' },
    messages: [],
  })
  expect(validate('test: [ada@example.com, bob@example.com]').config.test).toHaveLength(2)
  const expected = 'expected an email address such as `ada@example.com`, or a list of ten at most'
  expect(validate('test: []').messages[0]).toContain(expected)
  expect(validate('test: 25').messages[0]).toContain(expected)
  expect(
    validate(`test: [${Array.from({ length: 11 }, (_, index) => `a${index}@example.com`)}]`).messages[0],
  ).toContain('ten at most')
  expect(validate('test: [ada@example.com, bob]').messages[0]).toContain('expected an email address')
})

test.each(['*|UNSUB|*', '{{ unsubscribe_url }}', '%unsubscribe_url%', '[unsubscribe]', '{$unsubscribe}'])(
  'a merge tag is an address to unsubscribe: %s',
  (tag) => {
    expect(validate(`list: { unsubscribe: { url: "${tag}", oneClick: true } }`).messages).toEqual([])
  },
)

test('the target’s own tag is one by its neutral name, for targets that have one', () => {
  const list = 'list: { unsubscribe: { url: "merge:unsubscribe_url" } }'
  expect(validate(`target: kit\n${list}`).messages).toEqual([])
  expect(validate(`target: [kit, ghost]\n${list}`).messages).toEqual([
    '2:29 error Cannot fill in `merge:unsubscribe_url` for the target `ghost`',
  ])
})

test('another provider’s tag is reported', () => {
  const list = 'list: { unsubscribe: { url: "{{ UnsubscribeURL }}" } }'
  expect(validate(`target: listmonk\n${list}`).messages).toEqual([])
  expect(validate(`target: [listmonk, buttondown]\n${list}`).messages).toEqual([
    '2:29 warning Unexpected `{{ UnsubscribeURL }}` in `list.unsubscribe.url`, which is no tag of the target `buttondown`',
  ])
})

test.each([
  [
    'smtp: { port: 25 }',
    "1:7 error Missing `smtp.host`, expected a server's name such as `smtp.example.com`",
  ],
  [
    'smtp: 25',
    '1:7 error Unexpected `25` in `smtp`, expected a map with `host`, `port`, `secure` and `user`',
  ],
  [
    'smtp: { host: "https://example.com" }',
    "1:15 error Unexpected `https://example.com` in `smtp.host`, expected a server's name such as `smtp.example.com`, without scheme or port",
  ],
  [
    'smtp: { host: a.example, port: 0 }',
    '1:32 error Unexpected `0` in `smtp.port`, expected a number from 1 to 65535',
  ],
  [
    'smtp: { host: a.example, secure: true }',
    '1:34 error Unexpected `true` in `smtp.secure`, expected `starttls`, `tls` or `none`',
  ],
  [
    'smtp: { host: a.example, usr: ada }',
    '1:26 warning Unexpected key `smtp.usr` in the config, expected `user`',
  ],
  [
    'list: { id: news }',
    "1:13 error Unexpected `news` in `list.id`, expected a host's name such as `news.example.com`",
  ],
  [
    'list: { unsubscribe: { url: "https://example.com/a b" } }',
    '1:29 error Unexpected `https://example.com/a b` in `list.unsubscribe.url`, expected an address such as `https://example.com/unsubscribe?s={{ subscriber.id }}`, or `merge:unsubscribe_url`',
  ],
  ['list: { unsubscribe: { url: "https://example.com/\\r\\nBcc: x" } }', '1:29 error Unexpected'],
  ['list: { unsubscribe: { mailto: "x@example.com\\nBcc: y@example.com" } }', '1:32 error Unexpected'],
  [
    'list: { unsubscribe: { mailto: u@example.com, oneClick: true } }',
    '1:22 error Unexpected map in `list.unsubscribe`, expected an `https:` address in `url`, which `oneClick` needs',
  ],
  [
    'list: { unsubscribe: { url: "http://example.com/u", oneClick: true } }',
    '1:22 error Unexpected map in `list.unsubscribe`, expected an `https:` address',
  ],
])('errors are reported at their places: %s', (text, expected) => {
  const { messages } = validate(text)
  expect(messages).toHaveLength(1)
  expect(messages[0]?.startsWith(expected), messages[0]).toBe(true)
})
