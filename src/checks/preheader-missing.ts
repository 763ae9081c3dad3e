import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { Position } from 'unist'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { findFrontMatter } from '../parse/front-matter-range.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { extractShownTexts, isHidden } from './readers/extract-shown-texts.ts'

/** As much as most inboxes show. */
const shown = 90

/** Elements that are hidden by their nature, and whose text is none. */
const textless = new Set(['head', 'style', 'script', 'noscript', 'template', 'svg'])

export const preheaderMissing = defineCheck({
  name: 'preheader-missing',
  summary: 'The inbox line after the subject is written, not left to chance.',
  note: 'Without one the inbox shows the first words of the message.',
  level: 'warning',
  run(context, report) {
    if (context.matter.preheader !== '' || hasOwn(context.document) || beginsWell(context)) return
    const words = firstWords(context.document)
    report('Missing `preheader` in the front matter', {
      at: topOf(context.file),
      note: `Without one the inbox shows the first words of the message after the subject: “${words}”. Write a line of up to 100 characters that goes on where the subject stops: \`preheader: …\`. A template that begins with the text needs none.`,
    })
  },
})

/** The line that opens the front matter, or would. */
function topOf(file: VFile): Position {
  const end = findFrontMatter(String(file)) ? 3 : 0
  return { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: end + 1, offset: end } }
}

/** True when the author's own words come first, which is what the inbox should show. */
function beginsWell({ document, originOf, file }: CheckContext): boolean {
  const path = extractShownTexts(document)[0]?.path ?? []
  const holder = path.at(-1)
  const isTitle = path.some(({ tagName }) => /^h[1-6]$/.test(tagName))
  return holder !== undefined && !isTitle && originOf(holder).file === file
}

/** True when a template hides a preheader of its own at the top of the body. */
function hasOwn(document: Root): boolean {
  let own = false
  visit(document, (node) => {
    if (node.type === 'text' && node.value.trim() !== '') return EXIT
    if (node.type !== 'element' || !isHidden(node)) return undefined
    own = !textless.has(node.tagName) && /\S/.test(toText(node))
    return own ? EXIT : SKIP
  })
  return own
}

function firstWords(document: Root): string {
  const text = extractShownTexts(document)
    .map(({ value }) => value)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= shown) return text
  return `${text.slice(0, text.lastIndexOf(' ', shown))} …`
}
