/** Senders as people write them: what is read as a name and a mailbox, and what is reported, with what to write. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveRecipients } from '../../src/commands/send/resolve-recipients.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { parseAddress } from '../../src/mailbox/parse-address.ts'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

async function readIssue(value: string): Promise<VFile> {
  const file = new VFile({ path: 'a.md', value: `---\n${value}\n---\n\n# Heading\n` })
  await parseIssue(file, defaultSettings)
  return file
}

test.each([
  ['Ada', { name: 'Ada' }],
  ['Ada @ Example, London', { name: 'Ada @ Example, London' }],
  ['@ada', { name: '@ada' }],
  ['ada@example.com', { email: 'ada@example.com' }],
  ['<ada@example.com>', { email: 'ada@example.com' }],
  ['Ada <ada@example.com>', { name: 'Ada', email: 'ada@example.com' }],
  [
    '"Lovelace, Ada" <ada.l+news@mail.example.co.uk>',
    { name: 'Lovelace, Ada', email: 'ada.l+news@mail.example.co.uk' },
  ],
  ['Lovelace, Ada <ada@example.com>', { name: 'Lovelace, Ada', email: 'ada@example.com' }],
  ['Ada @ Example <ada@bücher.example>', { name: 'Ada @ Example', email: 'ada@bücher.example' }],
])('%s is a sender', (text, address) => {
  expect(parseAddress(text)).toEqual(address)
})

test.each([
  ['Ada <ada@a.example>, Bob <bob@a.example>', 'one address, such as `Ada <ada@a.example>`'],
  ['ada@a.example, bob@a.example', 'one address, such as `ada@a.example`'],
  ['ada@a.example; bob@a.example', 'one address, such as `ada@a.example`'],
  ['Ada <ada@a.example> and Bob', '`Ada <ada@a.example>`'],
  ['Team: ada@a.example, bob@a.example;', 'one address, such as `ada@a.example`'],
  ['Ada ada@a.example', '`Ada <ada@a.example>`'],
  ['Ada (ada@a.example)', '`Ada <ada@a.example>`'],
  ['ada@a.example (Ada)', '`ada@a.example`'],
  ['Ada <ada@a.example', '`Ada <ada@a.example>`'],
  ['Ada ada@a.example>', '`Ada <ada@a.example>`'],
  ['<<ada@a.example>>', '`ada@a.example`'],
  ['mailto:ada@a.example', '`ada@a.example`'],
  ['ada@a.example <ada@a.example>', 'one address, such as `ada@a.example`'],
  ['ada@a.example.', '`ada@a.example`'],
  ['ada..l@a.example', 'a name, `Name <name@example.com>`, or `name:` and `email:`'],
  ['ada@localhost', 'a name, `Name <name@example.com>`, or `name:` and `email:`'],
])('`%s` is reported', async (text, expected) => {
  for (const key of ['from', 'author']) {
    const { messages } = await readIssue(`${key}: '${text}'`)
    expect(messages.map(({ reason }) => reason)).toEqual([
      `Unexpected \`${text}\` in \`${key}\`, expected ${expected}`,
    ])
    expect(messages[0]).toMatchObject({ fatal: true, line: 2 })
  }
})

describe('elsewhere', () => {
  test('in the config, as a text and as a map', () => {
    const config = (value: string) => {
      const file = new VFile({ path: 'issue.config.yml', value })
      validateConfigText(file)
      return file.messages.map(String)
    }
    expect(config('from: Ada <ada@a.example>, Bob <bob@a.example>')).toEqual([
      'issue.config.yml:1:7-1:47: Unexpected `Ada <ada@a.example>, Bob <bob@a.example>` in `from`, expected one address, such as `Ada <ada@a.example>`',
    ])
    expect(config('from: { name: Ada <ada@a.example>, email: ada@a.example }')[0]).toContain(
      'expected a `name:` without an address',
    )
  })

  test('in `--to`, whose names can have commas in quotation marks', () => {
    expect(resolveRecipients(['"Lovelace, Ada" <ada@a.example>, bob@a.example'])).toEqual([
      { name: 'Lovelace, Ada', email: 'ada@a.example' },
      { email: 'bob@a.example' },
    ])
    expect(() => resolveRecipients(['ada@a.example; bob@a.example'])).toThrow(
      'Unexpected recipient `ada@a.example; bob@a.example`, expected one address, such as `ada@a.example`',
    )
  })
})
