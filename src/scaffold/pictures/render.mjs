/**
 * Draws the pictures that `issue init` writes: the logo at three times the size at which it is shown, the other at twice.
 * Needs Chromium and ImageMagick (Debian: `apt-get install chromium imagemagick`); run it after a change of an SVG.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const pictures = [
  { name: 'logo', width: 36, height: 36, scale: 3 },
  { name: 'desk', width: 536, height: 280, scale: 2 },
]

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const { name, width, height, scale } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
  const svg = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8')
  await page.setContent(`<!doctype html><style>*{margin:0}svg{display:block}</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  const path = join(import.meta.dirname, '../files/issues/images', `${name}.png`)
  execFileSync('convert', ['png:-', '+dither', '-colors', '128', '-strip', `png8:${path}`], { input: png })
}
await browser.close()
