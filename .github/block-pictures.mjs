/**
 * The pictures of the blocks in docs/blocks.md. The Markdown of each example is read from that page, so that a picture shows
 * nothing else than what stands beside it.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { savePicture } from './save-picture.mjs'

const root = join(import.meta.dirname, '..')
const examples = join(root, 'test', 'docs', 'blocks')
const out = join(import.meta.dirname, 'blocks')

/** The free space above and below a block, in pixels of CSS. */
const margin = 20

/**
 * Takes a picture of each example in the template `default`: the sheet's whole width, at twice its pixels. The digests of what
 * was written are in `blocks/sources.json`, by which a test sees that a picture is outdated.
 */
export async function takeBlocks(browser) {
  const sources = parseExamples(readFileSync(join(root, 'docs', 'blocks.md'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'issuepress-blocks-'))
  try {
    cpSync(examples, folder, { recursive: true })
    for (const [name, markdown] of sources) writeExample(join(folder, 'issues', `${name}.md`), markdown)
    // What is too short for a newsletter is long enough for an example: its warnings are not shown.
    const args = [join(root, 'lib', 'cli.js'), 'build', '--root', folder, '--quiet', '--no-cache']
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out)
    const page = await browser.newPage({
      viewport: { width: 640, height: 1200 },
      deviceScaleFactor: 2,
      colorScheme: 'light',
    })
    for (const name of sources.keys()) {
      await page.goto(String(pathToFileURL(join(folder, 'dist', name, 'email.html'))))
      savePicture(join(out, `${name}.png`), await page.screenshot({ clip: await isolateBlock(page) }), 48)
    }
    await page.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const digests = [...sources].map(([name, markdown]) => [name, digest(markdown)])
  writeFileSync(join(out, 'sources.json'), `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`)
}

/** Draws the pictures that the examples need, from the SVGs beside them. */
export async function drawExamples(browser) {
  const drawings = join(examples, 'drawings')
  for (const file of readdirSync(drawings)) {
    const svg = readFileSync(join(drawings, file), 'utf8')
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)
    const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } })
    await page.setContent(`<!doctype html><style>*{margin:0}svg{display:block}</style>${svg}`)
    savePicture(join(examples, 'issues', `${basename(file, '.svg')}.png`), await page.screenshot(), 48)
    await page.close()
  }
}

/** Parses the examples out of the page: their Markdown by their block's name. */
function parseExamples(page) {
  const pattern = /^<!-- begin: example of (\S+) -->\n\n```markdown\n([\s\S]*?)\n```$/gm
  return new Map([...page.matchAll(pattern)].map(([, name, markdown]) => [name, markdown]))
}

/** Replaces what stands below an issue's front matter. */
function writeExample(path, markdown) {
  const [matter] = /^---\n[\s\S]*?\n---\n/.exec(readFileSync(path, 'utf8'))
  writeFileSync(path, `${matter}\n${markdown}\n`)
}

/**
 * Hides everything on the page except the content.
 * @returns where that is, with some margin
 */
function isolateBlock(page) {
  return page.evaluate((space) => {
    const title = document.querySelector('h1')
    const sheet = title.closest('table')
    const foot = [...sheet.rows].at(-1)
    const content = document.createRange()
    content.setStartAfter(title)
    content.setEndBefore(foot)
    const { top, bottom } = content.getBoundingClientRect()
    const { left, width } = sheet.getBoundingClientRect()
    const end = Math.min(bottom + space, foot.getBoundingClientRect().top)
    for (let each = title; each; each = each.previousElementSibling) each.style.visibility = 'hidden'
    foot.style.visibility = 'hidden'
    return { x: left, y: top - space, width, height: end - top + space }
  }, margin)
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
