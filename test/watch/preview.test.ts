/** A writer's hour, from the first word to the last: `issue watch`, a real browser, files that change on the disk. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keepPicture } from '../browser/in-browser.ts'
import { browserPath, openBrowser } from '../browser/open-browser.ts'
import { makeNewsletter, toIssue } from './make-newsletter.ts'
import { type OpenWatch, openWatchProcess } from './open-watch.ts'

let browser: Browser
let watch: OpenWatch
let page: Page
let root: string

const dawn = toIssue(
  'Dawn over the hills',
  '# Dawn\n\nThe sun came up.\n\n::button[Read on about dawn]{url=https://dawn.news/}',
)
const dusk = toIssue('Dusk over the hills', '# Dusk\n\nThe sun went down.')

const write = (path: string, text: string) => writeFileSync(join(root, path), text)
const email = () => page.frameLocator('#frames iframe:not(.loading)').locator('body')
const words = () => email().innerText()

async function open(): Promise<void> {
  root = makeNewsletter({ 'issues/dawn.md': dawn, 'issues/dusk.md': dusk })
  watch = await openWatchProcess(root, '--port', '0')
  const url = /Preview: (\S+)/.exec(watch.output())?.[1] ?? ''
  page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  await page.goto(`${url}/#issues/dawn.md`)
  await expect.poll(words).toContain('The sun came up.')
}

describe.skipIf(!browserPath)('with `issue watch` open', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, `watch ${task.name}`)
    await page?.close()
    await watch?.stop('SIGKILL')
  })

  test('a change is shown; an error is reported, and the last good email stays; a fix is shown', async () => {
    await open()
    write('issues/dawn.md', dawn.replace('The sun came up.', 'The sun came up at last.'))
    await expect.poll(words).toContain('The sun came up at last.')

    write('issues/dawn.md', dawn.replace('The sun came up.', ':::callout\nThe sun never came.'))
    await expect
      .poll(() => page.locator('body').innerText())
      .toContain('Missing closing ::: of block callout')
    expect(await words()).toContain('The sun came up at last.')

    write('issues/dawn.md', dawn.replace('The sun came up.', 'The sun came back.'))
    await expect.poll(words).toContain('The sun came back.')
    await expect.poll(() => page.locator('body').innerText()).not.toContain('Missing closing')
  })

  test('a change of the template is seen', async () => {
    await open()
    const config = readFileSync(join(root, 'issue.config.yml'), 'utf8')
    write('issue.config.yml', `${config}theme: { sheet: "#ffeedd" }\n`)
    const ground = () =>
      email()
        .locator('.ink')
        .evaluate((cell) => getComputedStyle(cell).backgroundColor)
    await expect.poll(ground).toBe('rgb(255, 238, 221)')
  })

  test('the email is seen on a phone, in the dark, without pictures, in Outlook, and as plaintext', async () => {
    await open()
    await page.getByRole('radio', { name: 'Phone' }).check()
    await expect.poll(() => email().evaluate(() => window.innerWidth)).toBe(375)
    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect
      .poll(() => email().evaluate((body) => getComputedStyle(body).backgroundColor))
      .toBe('rgb(15, 13, 12)')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('checkbox', { name: 'Images' }).uncheck()
    await page.getByLabel('Client').selectOption('outlook.windows')
    await expect.poll(() => email().locator('table[width="600"]').count()).toBe(1)
    await page.getByText('of the shipped template').click()
    await expect.poll(() => page.locator('body').innerText()).toContain('border-radius: 6px')
    await page.getByRole('tab', { name: 'Plaintext' }).click()
    await expect
      .poll(() => page.getByRole('tabpanel', { name: 'Plaintext' }).innerText())
      .toContain('The sun came up.')
  })

  test('a new issue joins the list, another is shown, one that is gone leaves', async () => {
    await open()
    const list = page.getByRole('navigation')
    await expect.poll(() => list.innerText()).toContain('Dusk over the hills')
    write('issues/noon.md', toIssue('Noon over the hills', '# Noon\n\nThe sun stood.'))
    await list.getByText('Noon over the hills').click()
    await expect.poll(words).toContain('The sun stood.')
    rmSync(join(root, 'issues/noon.md'))
    await expect.poll(() => list.innerText()).not.toContain('Noon over the hills')
    await watch.until(() => /nothing to rebuild/.test(watch.output()))
  })

  test('a draft can be seen, and is not written', async () => {
    await open()
    write(
      'issues/night.md',
      toIssue('Night over the hills', '# Night\n\nNot yet.').replace('---\n', '---\ndraft: true\n'),
    )
    await page.getByRole('navigation').getByText('Night over the hills').click()
    await expect.poll(words).toContain('Not yet.')
    expect(() => readFileSync(join(root, 'dist/night/email.html'))).toThrow('ENOENT')
  })

  test('an error in the config is reported, and the emails stay', async () => {
    await open()
    const config = readFileSync(join(root, 'issue.config.yml'), 'utf8')
    write('issue.config.yml', `${config}target: mailchump\n`)
    await expect.poll(() => page.locator('body').innerText()).toContain('mailchump')
    expect(await words()).toContain('The sun came up.')
    write('issue.config.yml', config)
    await expect.poll(() => page.locator('body').innerText()).not.toContain('mailchump')
  })

  test('the page shows when the watch has ended', async () => {
    await open()
    expect(await watch.stop()).toEqual({ code: 0, signal: null })
    await expect.poll(() => page.locator('body').innerText()).toMatch(/disconnected/i)
  })
})

test('where the port is taken, the next free one is printed; a requested port is not replaced', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(3333, '127.0.0.1', resolve).on('error', () => resolve()))
  root = makeNewsletter({ 'issues/dawn.md': dawn })
  watch = await openWatchProcess(root)
  const port = Number(/Preview: http:\/\/localhost:(\d+)/.exec(watch.output())?.[1])
  expect(port).toBeGreaterThan(3333)
  await expect(openWatchProcess(root, '--port', String(port))).rejects.toThrow(`port ${port}`)
  await watch.stop()
  taken.close()
})
