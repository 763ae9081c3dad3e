/** What happens in the page while somebody writes. */
import { describe, expect, test } from 'vitest'
import { browserPath } from '../browser/open-browser.ts'
import { emailOf, inPreview, scrollOf, scrollTo } from './in-preview.ts'
import { letter, sora, sums } from './sample.ts'

const preview = inPreview()

describe.skipIf(!browserPath)('a change', () => {
  test('is shown without a reload, where the reader was, and never with nothing in between', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    const page = await preview.open()
    await scrollTo(page, 300)
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        const frames = document.querySelectorAll<HTMLIFrameElement>('#frames iframe:not(.loading)')
        const height = frames[0]?.contentDocument?.body?.getBoundingClientRect().height ?? 0
        seen.push(`${frames.length} ${height > 500} ${document.getElementById('view-email')?.scrollTop}`)
        requestAnimationFrame(look)
      }
      look()
    })
    sample.write(sora, before.replace('I have tried to keep', 'I tried to keep'))
    await sample.build()
    await expect.poll(() => emailOf(page).locator('body').innerText()).toContain('I tried to keep')
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect([...new Set(seen)]).toEqual(['1 true 300'])
    sample.write(sora, before)
    await sample.build()
  })

  test('out of sight is followed, and shown for a moment', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    const page = await preview.open({ reducedMotion: 'reduce' })
    const last = before.trimEnd().split('\n').length
    sample.write(sora, `${before.trimEnd()}\n\nOne word more.\n`)
    await sample.build()
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(500)
    const stage = page.getByRole('tabpanel', { name: 'Email' })
    const words = emailOf(page).getByText('One word more.')
    const [box, room] = [await words.boundingBox(), await stage.boundingBox()]
    expect(box && room && box.y > room.y && box.y + box.height < room.y + room.height).toBe(true)
    expect(await page.locator('#outline').innerText()).toBe(`line ${last + 2}`)
    await expect.poll(() => page.locator('#outline').isVisible(), { timeout: 5000 }).toBe(false)
    sample.write(sora, before)
    await sample.build()
  })

  test('in sight moves nothing', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    const page = await preview.open()
    sample.write(sora, before.replace('Welcome to a special edition!', 'Welcome to an edition!'))
    await sample.build()
    await expect.poll(() => emailOf(page).locator('body').innerText()).toContain('Welcome to an edition!')
    expect(await scrollOf(page)).toBe(0)
    expect(await page.locator('#outline').isVisible()).toBe(false)
    sample.write(sora, before)
    await sample.build()
  })

  test('is seen while others follow faster than they can be loaded', async () => {
    const { sample } = preview
    const page = await preview.open()
    const state = await sample.build()
    let round = 0
    const save = () => {
      round++
      const issues = state.issues.map((issue) => {
        const { email } = issue
        if (issue.source !== sora || !email) return issue
        const located = email.located.replace('Welcome to a special edition!', `Edition number ${round}.`)
        return { ...issue, email: { ...email, located, version: `v${round}` } }
      })
      sample.preview.show({ ...state, issues })
    }
    const timer = setInterval(save, 40)
    const shows = (words: string) =>
      page.waitForFunction(
        (part) => {
          const frame = document.querySelector<HTMLIFrameElement>('#frames iframe:not(.loading)')
          return frame?.contentDocument?.body.innerText.includes(part)
        },
        words,
        { polling: 50 },
      )
    try {
      await shows('Edition number')
    } finally {
      clearInterval(timer)
    }
    await shows(`Edition number ${round}.`)
    sample.preview.show(state)
  })

  test('comes to all pages, and to every part of them', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    const [one, other] = [await preview.open(), await preview.open({}, sums)]
    await one.getByRole('tab', { name: 'Plaintext' }).click()
    sample.write(
      sora,
      before
        .replace('subject: "🎬 Sora got out', 'subject: "🎬 Sora was out')
        .replace('Welcome to', 'Here is'),
    )
    await sample.build()
    for (const page of [one, other])
      await expect.poll(() => page.getByRole('navigation').innerText()).toContain('Sora was out')
    expect(await one.getByRole('heading', { level: 2 }).first().innerText()).toContain('Sora was out')
    await expect.poll(() => one.locator('#text').innerText()).toContain('Here is a special edition!')
    await expect.poll(() => one.getByRole('listbox').innerText()).toContain('Here is a special edition!')
    await expect.poll(() => emailOf(other).locator('h1').innerText()).toContain('Two sums')
    sample.write(sora, before)
    await sample.build()
  })

  test('of the list is followed: an issue comes, another goes', async () => {
    const { sample } = preview
    const before = sample.read(letter)
    const page = await preview.open({}, letter)
    sample.write(
      'issues/2025-01-07-new.md',
      '---\nsubject: A new one\npreheader: Hello\n---\n\n# New\n\nHello.\n',
    )
    await sample.build()
    await expect.poll(() => page.getByRole('navigation').innerText()).toContain('A new one')
    expect(await emailOf(page).locator('body').innerText()).not.toContain('# New')
    sample.remove(letter)
    await sample.build()
    await expect.poll(() => page.locator('#notice').innerText()).toBe(`${letter} is no longer there`)
    await expect.poll(() => emailOf(page).locator('h1').innerText()).toBe('New')
    expect(new URL(page.url()).hash).toBe('#issues/2025-01-07-new.md')
    sample.remove('issues/2025-01-07-new.md')
    sample.write(letter, before)
    await sample.build()
  })

  test('keeps the focus where it is', async () => {
    const { sample } = preview
    const page = await preview.open()
    const link = page.getByRole('link', { name: 'Why this arrives' })
    await link.focus()
    const state = await sample.build()
    const [first, ...others] = state.issues
    if (!first) throw new Error('There is no issue')
    sample.preview.show({ ...state, issues: [{ ...first, draft: true }, ...others] })
    await expect.poll(() => link.innerText()).toContain('Draft')
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    sample.preview.show(state)
  })
})
