import { expect, test } from 'vitest'
import { platforms } from '../../../src/mail-clients/features.ts'
import { clientMenu } from '../../../src/preview/view/client-menu.ts'

test('names families and what they run on as a person would', () => {
  const lines = clientMenu.map(
    ({ title, platforms }) => `${title}: ${platforms.map(({ title }) => title).join(', ')}`,
  )
  expect(lines.slice(0, 6)).toEqual([
    'Gmail: Android, Webmail, iOS, Mobile webmail',
    'Outlook: Android, iOS, macOS, Outlook.com, new Outlook, Windows (classic)',
    'Yahoo! Mail: Android, Webmail, iOS',
    'Apple Mail: iOS, macOS',
    'AOL: Android, Webmail, iOS',
    'Mozilla Thunderbird: Desktop',
  ])
})

test('names what caniemail knows, each once, and nothing that is out of service', () => {
  const ids = clientMenu.flatMap(({ platforms }) => platforms.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(platforms).toEqual(expect.arrayContaining(ids))
  expect(ids).not.toContain('outlook.windows-mail')
  for (const { family, platforms } of clientMenu) {
    expect(platforms.length).toBeGreaterThan(0)
    expect(platforms.every(({ id }) => id.startsWith(`${family}.`))).toBe(true)
    expect(new Set(platforms.map(({ title }) => title)).size).toBe(platforms.length)
  }
})
