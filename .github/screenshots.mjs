/**
 * Takes the pictures of the README and the documentation: `npm run build && node .github/screenshots.mjs`. Each template in light,
 * in dark and on a phone, the preview at two widths, and each block of the manual. A word takes some of them only:
 * `templates`, `preview`, `blocks`, and `drawings`, which draws the pictures that the examples of blocks need. Needs Chromium
 * and ImageMagick (Debian: `apt-get install chromium imagemagick`).
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { drawExamples, takeBlocks } from './block-pictures.mjs'
import { savePicture } from './save-picture.mjs'

const here = import.meta.dirname
const root = join(here, '..')
const cli = join(root, 'lib', 'cli.js')
const issue = '2024-11-28-sora'
const folder = mkdtempSync(join(tmpdir(), 'issuepress-screenshots-'))
for (const part of ['issues', 'issue.config.yml'])
  cpSync(join(root, part), join(folder, part), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

async function takeEmail(file, { width, colorScheme }) {
  const page = await browser.newPage({ viewport: { width, height: 1500 }, colorScheme })
  await page.goto(String(pathToFileURL(file)))
  const png = await page.screenshot()
  await page.close()
  return `data:image/png;base64,${png.toString('base64')}`
}

/** The same issue in a template: light, dark, and on a phone, beside each other. */
async function takeTemplate(template) {
  const config = readFileSync(join(root, 'issue.config.yml'), 'utf8')
  writeFileSync(join(folder, 'issue.config.yml'), `${config}\ntemplate: ${template}\n`)
  execFileSync(process.execPath, [cli, 'build', issue, '--root', folder, '--quiet'])
  const file = join(folder, 'dist', issue, 'email.html')
  const shots = [
    { width: 640, colorScheme: 'light' },
    { width: 640, colorScheme: 'dark' },
    { width: 375, colorScheme: 'light' },
  ]
  const images = []
  for (const shot of shots) images.push(`<img src="${await takeEmail(file, shot)}" width="${shot.width}">`)
  const page = await browser.newPage({ viewport: { width: 1743, height: 1548 } })
  await page.setContent(
    `<style>body{margin:24px;display:flex;gap:20px;background:#fff}img{border:1px solid #ccc;border-radius:8px}</style>${images.join('')}`,
  )
  savePicture(join(here, `template-${template}.png`), await page.screenshot())
  await page.close()
}

/** The preview of the sample at the width of half a screen, and of a whole one. */
async function takePreview() {
  cpSync(join(root, 'issue.config.yml'), join(folder, 'issue.config.yml'))
  const watch = spawn(process.execPath, [cli, 'watch', '--root', folder, '--port', '0'])
  let printed = ''
  const address = await new Promise((found) =>
    watch.stdout.on('data', (data) => {
      printed += data
      const [url] = /http:\/\/\S+/.exec(printed) ?? []
      if (url && printed.includes(' built ')) found(url)
    }),
  )
  for (const width of [720, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(address)
    if (width < 1280) await page.getByRole('button', { name: 'Issues' }).click()
    await page.getByText('Sora got out for three hours').first().click()
    await page.frameLocator('iframe').first().getByText('Welcome to a special edition!').waitFor()
    savePicture(join(here, `preview-${width}.png`), await page.screenshot())
    if (width >= 1280) {
      await page.locator('#client').selectOption('outlook.windows')
      await page.frameLocator('iframe').first().getByText('Welcome to a special edition!').waitFor()
      savePicture(join(here, 'preview-client.png'), await page.screenshot())
    }
    await page.close()
  }
  watch.kill()
}

async function takeTemplates() {
  for (const template of readdirSync(join(root, 'templates'))) await takeTemplate(template)
}

const kinds = {
  drawings: () => drawExamples(browser),
  templates: takeTemplates,
  preview: takePreview,
  blocks: () => takeBlocks(browser),
}

try {
  const wanted = process.argv.slice(2)
  // The drawings are there already; another Chromium may draw other bytes.
  for (const kind of wanted.length > 0 ? wanted : ['templates', 'preview', 'blocks']) await kinds[kind]()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
