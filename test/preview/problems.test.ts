/** Problems on the page: shown, with links to their lines. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { browserPath } from '../browser/open-browser.ts'
import { chosenLine, emailOf, inPreview } from './in-preview.ts'
import { letter, sora, sums } from './sample.ts'

const preview = inPreview()

describe.skipIf(!browserPath)('problems', () => {
  test('are listed by file, errors first, and lead to their lines', async () => {
    const { sample } = preview
    const before = [sora, sums].map((path) => sample.read(path))
    sample.write(
      sora,
      sample
        .read(sora)
        .replace('Welcome', 'See [here](https://example.org/x) TK. Welcome')
        .replace('tags:', 'tgas:'),
    )
    sample.write(sums, sample.read(sums).replace('tags:', 'tgas:'))
    await sample.build()
    const page = await preview.open()
    const list = page.getByRole('tabpanel', { name: /^Problems \d+$/ })
    const groups = await list.locator('.group > h2, .group > summary').allInnerTexts()
    expect(groups.map((text) => text.split(' ')[0])).toEqual([sora, sums])
    expect(groups[0]).toMatch(/\d errors?, \d warnings?/)
    const heads = await list.locator('.group').first().locator('.problem-head .word').allInnerTexts()
    expect(heads).toEqual([...heads].sort())
    expect(heads).toContain('Warning')
    expect(await page.locator('#counts').innerText()).toMatch(/^\d errors, \d warnings$/)

    const problem = list.getByRole('button', { name: /tgas/ })
    expect(await problem.innerText()).toContain('Unexpected key tgas in the front matter, expected tags')
    expect(
      await page
        .locator('.problem', { has: page.getByRole('button', { name: /tgas/ }) })
        .locator('.frame')
        .innerText(),
    ).toContain('> 8 | tgas:')
    await problem.click()
    await expect.poll(() => chosenLine(page).innerText()).toMatch(/^8\s+tgas: /)

    const about = list.getByRole('link', { name: 'word-leftover' })
    expect(await about.getAttribute('href')).toContain('#word-leftover')
    const state = page.locator('#state')
    expect(await state.innerText()).toContain('Errors: not written')
    expect(await page.locator('nav [aria-current]').innerText()).toMatch(/\d errors?/)

    sample.write(sora, before[0] ?? '')
    sample.write(sums, before[1] ?? '')
    await sample.build()
    await expect.poll(() => page.locator('#counts').innerText()).toBe('No problems')
    expect(await list.count()).toBe(0)
    expect(await page.locator('#problems').innerText()).toBe('No problems.')
  })

  test('of a template stand between those of the issue and those of others', async () => {
    const { sample } = preview
    const config = sample.read('issue.config.yml')
    sample.write('issue.config.yml', `${config}\ncolour: red\n`)
    await sample.build()
    const page = await preview.open()
    const problem = page.locator('#problems').getByRole('button', { name: /colour/ })
    await problem.click()
    await expect.poll(() => page.locator('#source-name').innerText()).toBe('issue.config.yml')
    await expect.poll(() => chosenLine(page).innerText()).toContain('colour: red')
    sample.write('issue.config.yml', config)
    await sample.build()
  })

  test('of an issue that cannot be rendered are shown above its last good version', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    const page = await preview.open()
    const banner = page.locator('#banner')
    expect(await banner.isVisible()).toBe(false)
    sample.write(
      sora,
      `---\n${before.replace('---\n', 'params: {}\n').replace(':::sponsor{', ':::sposnor{')}`,
    )
    await sample.build()
    await expect.poll(() => banner.innerText()).toContain('You see its last good version.')
    expect(await banner.innerText()).toContain('Unexpected block sposnor, expected sponsor')
    expect(await emailOf(page).locator('h1').innerText()).toContain('Three hours')
    expect(await page.locator('nav [aria-current]').innerText()).toContain('Broken')

    // Its lines are one further down by now.
    await emailOf(page).getByText('I have tried to keep').click()
    await expect.poll(() => chosenLine(page).innerText()).toContain('I have tried to keep')
    await page.getByRole('listbox').press('ArrowUp')
    await page.getByRole('listbox').press('ArrowDown')
    await expect.poll(() => page.locator('#outline').innerText()).toContain('line')

    sample.write(sora, before)
    await sample.build()
    await expect.poll(() => banner.isVisible()).toBe(false)
  })

  test('of an issue that could never be rendered stand alone', async () => {
    const { sample } = preview
    const page = await preview.open()
    const state = await sample.build()
    const issues = state.issues.map((issue) =>
      issue.source === sora ? { ...issue, state: 'broken' as const, email: null } : issue,
    )
    sample.preview.show({ ...state, issues })
    await expect
      .poll(() => page.locator('#banner').innerText())
      .toContain('This issue cannot be rendered yet.')
    expect(await page.locator('#frames iframe').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Copy HTML' }).isDisabled()).toBe(true)
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('2024-11-28-sora.md')
    sample.preview.show({ ...state, issues: [] })
    await expect
      .poll(() => page.locator('#empty').innerText())
      .toBe('No issues yet. Write the first one in issues/.')
    sample.preview.show(state)
    await emailOf(page).locator('h1').waitFor()
  })

  test('by the thousand are counted', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    sample.write(sora, before.replace('tags:', 'tgas:'))
    const state = await sample.build()
    const [message] = state.messages
    if (!message) throw new Error('There is no message')
    const messages = Array.from({ length: 1200 }, (_, line) => ({ ...message, line: line + 1 }))
    const page = await preview.open()
    sample.preview.show({ ...state, messages })
    await expect.poll(() => page.getByRole('tab', { name: 'Problems' }).innerText()).toBe('Problems 1,200')
    expect(await page.locator('#problems .problem').count()).toBe(100)
    expect(await page.locator('#problems').innerText()).toContain('1,100 more: fix these first')
    sample.write(sora, before)
    await sample.build()
  })
})

describe.skipIf(!browserPath)('the source', () => {
  test('shows the line of an element of the email', async () => {
    const page = await preview.open()
    await expect.poll(() => page.locator('#source-name').innerText()).toBe(sora)
    const paragraph = emailOf(page).getByText('I have tried to keep')
    await paragraph.hover()
    await expect.poll(() => page.locator('#outline').innerText()).toMatch(/^line \d+$/)
    await paragraph.click()
    await expect.poll(() => chosenLine(page).innerText()).toContain('I have tried to keep')
    expect(await chosenLine(page).evaluate((line) => line.getBoundingClientRect().top)).toBeLessThan(900)
    const number = Number(await chosenLine(page).getAttribute('data-line'))
    expect(preview.sample.read(sora).split('\n')[number - 1]).toContain('I have tried to keep')
  })

  test('leads to the element rendered from a line', async () => {
    const page = await preview.open()
    const lines = page.getByRole('listbox')
    await expect.poll(() => lines.getByRole('option').count()).toBeGreaterThan(50)
    await lines.focus()
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('#outline').isVisible()).toBe(true)
    await expect
      .poll(() => page.locator('#view-email').evaluate(({ scrollTop }) => scrollTop))
      .toBeGreaterThan(500)
    await page.keyboard.press('Home')
    expect(await chosenLine(page).getAttribute('data-line')).toBe('1')
  })

  test('opens in the editor, or shows why it does not', async () => {
    const other = await preview.sample.startPreview({ editor: 'no-such-editor' })
    const page = await preview.open()
    await page.goto(other.url)
    await expect.poll(() => page.locator('#source-name').innerText()).toBe(letter)
    await page.getByRole('button', { name: 'Open in editor' }).click()
    const notice = page.locator('#notice')
    await expect.poll(() => notice.innerText()).toContain('Cannot open no-such-editor: command not found.')
    await notice.getByRole('button', { name: 'Dismiss' }).click()
    expect(await notice.innerText()).toBe('')
    await other.close()
  })

  test('opens in the editor at the line that is shown', async () => {
    const { root } = preview.sample
    const [script, written] = [join(root, 'code'), join(root, 'written.txt')]
    writeFileSync(
      script,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${written}.new'\nmv '${written}.new' '${written}'\n`,
    )
    chmodSync(script, 0o755)
    const other = await preview.sample.startPreview({ editor: `'${script}'` })
    const page = await preview.open()
    await page.goto(`${other.url}/#${sora}`)
    await emailOf(page).getByText('I have tried to keep').click()
    await expect.poll(() => chosenLine(page).innerText()).toContain('I have tried to keep')
    const line = await chosenLine(page).getAttribute('data-line')
    await page.getByRole('listbox').press('Enter')
    await expect.poll(() => page.locator('#notice').innerText()).toBe(`Opened ${sora} in your editor`)
    await expect.poll(() => existsSync(written)).toBe(true)
    expect(readFileSync(written, 'utf8')).toContain(`${root}/${sora}:${line}:1`)
    await other.close()
  })
})
