/**
 * Draws the pictures of the block `social`: plain marks of our own, white on a circle whose grey-brown stands out from light and
 * dark grounds alike, at twice the size at which they are shown. Needs Chromium and ImageMagick (Debian: `apt-get install chromium
 * imagemagick`); run it after a change here. The pictures are in `icons.json`, in Base64.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const letters = (text, size = 15) =>
  `<text x="14" y="${14 + size * 0.36}" font-size="${size}" font-weight="700" font-family="Liberation Sans,Arial,sans-serif" text-anchor="middle" fill="#fff">${text}</text>`
const lines = (path) =>
  `<path d="${path}" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`
const shape = (path) => `<path d="${path}" fill="#fff"/>`

const marks = {
  website: lines('M7 14a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM7 14h14M14 7c-4 4-4 10 0 14c4-4 4-10 0-14z'),
  email: lines('M7 9.5h14v9H7zM7.5 10l6.500 5.200l6.500-5.200'),
  rss: `${lines('M9 13a6.500 6.500 0 0 1 6.500 6.500M9 8.500a11 11 0 0 1 11 11')}<circle cx="10" cy="18.500" r="1.700" fill="#fff"/>`,
  podcast: lines(
    'M14 7.500a2.300 2.300 0 0 1 2.300 2.300v3.400a2.300 2.300 0 0 1-4.600 0v-3.400a2.300 2.300 0 0 1 2.300-2.300zM9 13a5 5 0 0 0 10 0M14 18v3',
  ),
  bluesky: shape(
    'M14 13.300C12.800 11 10.200 8.600 7.800 8.200c-1.200 1 0 5.300 1.200 6.200c1 .7 2.600.6 4 .4c-2.400.4-3.600 1.500-2.400 3.300c1.600 2.200 2.900.3 3.400-1.900c.5 2.200 1.800 4.100 3.400 1.900c1.200-1.800 0-2.900-2.400-3.300c1.400.2 3 .3 4-.4c1.200-.9 2.400-5.200 1.200-6.200c-2.400.4-5 2.800-6.200 5.100z',
  ),
  mastodon: letters('M'),
  linkedin: letters('in'),
  x: letters('X'),
  threads: letters('@', 16),
  facebook: letters('f', 18),
  instagram: `${lines('M10.500 8h7a2.500 2.500 0 0 1 2.500 2.500v7a2.500 2.500 0 0 1-2.500 2.500h-7a2.500 2.500 0 0 1-2.500-2.500v-7a2.500 2.500 0 0 1 2.500-2.500zM11 14a3 3 0 1 0 6 0a3 3 0 1 0-6 0z')}<circle cx="17.400" cy="10.600" r=".9" fill="#fff"/>`,
  youtube: `${lines('M9 9.500h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z')}${shape('M12.500 11.700v4.600l4-2.300z')}`,
  tiktok: `${lines('M14.500 8v9')}${lines('M14.500 8c.6 2.300 2.200 3.600 4.500 3.800')}<circle cx="12.200" cy="17.300" r="2.600" fill="#fff"/>`,
  github: letters('&lt;/&gt;', 9),
  discord: letters('D'),
  telegram: shape(
    'M6.800 13.800l14-5.600l-2.600 11.800l-4.300-3l-2.100 2.100l-.4-3.700l6.200-5.300l-7.700 4.800z',
  ),
  whatsapp: lines(
    'M14 7.500a6.500 6.500 0 1 1-3.300 12.100l-3.200.9l.9-3.200a6.500 6.500 0 0 1 5.600-9.800zM11.500 11.500c0 2.800 2.200 5 5 5',
  ),
  pinterest: letters('P'),
  reddit: letters('r', 17),
}

const size = 28
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 2 })
const icons = {}
for (const [name, mark] of Object.entries(marks)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><circle cx="14" cy="14" r="14" fill="#7a7067"/>${mark}</svg>`
  await page.setContent(`<!doctype html><style>*{margin:0}svg{display:block}</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  const reduced = execFileSync(
    'convert',
    ['png:-', '+dither', '-colors', '48', '-strip', '-define', 'png:compression-level=9', 'png:-'],
    { input: png },
  )
  icons[name] = reduced.toString('base64')
}
await browser.close()
writeFileSync(join(import.meta.dirname, 'icons.json'), `${JSON.stringify(icons, null, 2)}\n`)
