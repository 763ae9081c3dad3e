import { expect, test } from 'vitest'
import { platforms } from '../../../src/mail-clients/features.ts'
import { clientMenu } from '../../../src/preview/view/client-menu.ts'

test('names families and what they run on as a person would', () => {
  const lines = clientMenu.map(
    ({ title, platforms }) => `${title}: ${platforms.map(({ title }) => title).join(', ')}`,
  )
  expect(lines.slice(0, 6)).toEqual([
    'Gmail: Android, Webmail, iOS, Mobile webmail',
    'Apple Mail: iOS, macOS',
    'Outlook: Android, iOS, macOS, Outlook.com, new Outlook, classic',
    'Yahoo! Mail: Android, Webmail, iOS',
    'AOL: Android, Webmail, iOS',
    'Mozilla Thunderbird: Desktop',
  ])
})

test('says of each platform whose it is, on what it runs, and what it does in dark mode', () => {
  const lines = clientMenu
    .flatMap(({ platforms }) => platforms)
    .map(({ name, device, darkMode }) => `${name}: ${device}, ${darkMode}`)
  expect(lines.slice(0, 11)).toEqual([
    'Gmail Android: phone, partial',
    'Gmail Webmail: desktop, unchanged',
    'Gmail iOS: phone, full',
    'Gmail Mobile webmail: phone, null',
    'Apple Mail iOS: phone, own',
    'Apple Mail macOS: desktop, own',
    'Outlook Android: phone, outlook',
    'Outlook iOS: phone, outlook',
    'Outlook macOS: desktop, outlook',
    'Outlook.com, new Outlook: desktop, outlook',
    'Outlook classic: desktop, full',
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
