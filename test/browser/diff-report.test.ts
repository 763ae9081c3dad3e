/** The page of `issue diff --html`, with pictures that the system's Chromium has taken. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { noChecks, toIssue } from '../cli/newsletter.ts'
import { createRepository } from '../diff/repository.ts'
import { browserPath, openBrowser } from './open-browser.ts'

const long = 'A paragraph that stays as it is.\n\n'.repeat(20)

test.skipIf(!browserPath)('shows an email before and after, light and dark, wide and narrow', async () => {
  const repository = createRepository()
  repository.write('issue.config.yml', `checks: ${noChecks}\n`)
  repository.write('issues/one.md', toIssue('One', '', `First.\n\n${long}`))
  repository.commit()
  repository.write('issues/one.md', toIssue('One', '', `First.\n\nSomething new.\n\n${long}`))
  repository.write(
    'issues/two.md',
    toIssue('Two', '', '<img src="https://example.com/x.png" alt="Far"> New.'),
  )
  const { code, stderr } = await repository.issue('diff', 'main', '--html', 'diff.html')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })

  const page = await (await openBrowser()).newPage()
  try {
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url().replace(/^(data:[^;]*).*/s, '$1')))
    const address = pathToFileURL(join(repository.place, 'diff.html')).href
    await page.goto(address)
    expect([...new Set(requests)].filter((url) => url !== address && url !== 'data:image/png')).toEqual([])
    expect(await page.locator('.note').count()).toBe(0)
    const sections = await page.locator('section').evaluateAll((found) =>
      found.map((section) =>
        [...section.querySelectorAll('details')].map((details) => ({
          summary: details.querySelector('summary')?.textContent,
          widths: [...details.querySelectorAll('img')].map(({ naturalWidth }) => naturalWidth),
          marks: [...details.querySelectorAll('figure')].map((figure) => figure.querySelectorAll('i').length),
        })),
      ),
    )
    const names = ['640 pixels, light', '640 pixels, dark', '375 pixels, light', '375 pixels, dark']
    const widths = [640, 640, 375, 375]
    expect(sections).toEqual([
      // Only the paragraph is marked, and not the twenty that moved down.
      names.map((summary, index) => ({ summary, widths: [widths[index], widths[index]], marks: [0, 1] })),
      names.map((summary, index) => ({ summary, widths: [widths[index]], marks: [0] })),
    ])
    const brightness = await page.locator('section:first-of-type img').evaluateAll((images) =>
      images.map((image) => {
        const canvas = document.createElement('canvas')
        canvas.width = 1
        canvas.height = 1
        const context = canvas.getContext('2d')
        context?.drawImage(image as HTMLImageElement, 0, 0)
        return context?.getImageData(0, 0, 1, 1).data[0] ?? -1
      }),
    )
    const isDark = brightness.map((value) => value < 100)
    expect(isDark).toEqual([false, false, true, true, false, false, true, true])
  } finally {
    await page.close()
  }
})
