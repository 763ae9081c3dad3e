import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { Position } from 'unist'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { extractShownTexts, isHidden } from './readers/extract-shown-texts.ts'

/** How many characters most inboxes show. */
const shown = 90

/** Elements that are never shown, and whose text is not a preheader. */
const textless = new Set(['head', 'style', 'script', 'noscript', 'template', 'svg'])

export const preheaderMissing = defineCheck({
  name: 'preheader-missing',
  summary:
    'After the subject, inboxes show a preheader or the issue’s first sentence, not the title or the template’s words.',
  note: 'Without a preheader, inboxes show the first words of the message after the subject.',
  level: 'warning',
  run(context, report) {
    if (context.matter.preheader !== '' || hasHiddenPreheader(context.document) || beginsWithProse(context))
      return
    // Without a title, the mistake is in the front matter as a whole.
    if (context.matter.title === '' || context.file.messages.some(namesPreheader)) return
    const words = extractFirstWords(context.document)
    report('Missing `preheader` in the front matter', {
      at: findTop(context.file),
      note: `Without a preheader, inboxes show the first words of the message after the subject: “${words}”. Add a line of up to 100 characters to the front matter that continues where the subject stops: \`preheader: …\`. If the template printed your text first, you would not need one.`,
    })
  },
})

/** Whether a message says already which line of the front matter would be the preheader, or that it cannot be one. */
function namesPreheader({ ruleId, reason }: VFileMessage): boolean {
  return ruleId === 'front-matter' && /expected `preheader`$| in `preheader`, expected /.test(reason)
}

/** The first line of the front matter, or of the file when it has none. */
function findTop(file: VFile): Position {
  const end = frontMatterRange(String(file)) ? 3 : 0
  return { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: end + 1, offset: end } }
}

/** Whether the message begins with the issue's own text, which is fine for the inbox to show. */
function beginsWithProse({ document, originOf, file }: CheckContext): boolean {
  const path = extractShownTexts(document)[0]?.path ?? []
  const holder = path.at(-1)
  const isTitle = path.some(({ tagName }) => /^h[1-6]$/.test(tagName))
  return holder !== undefined && !isTitle && originOf(holder).file === file
}

/** Whether a template has a hidden preheader of its own at the top of the body. */
function hasHiddenPreheader(document: Root): boolean {
  let own = false
  visit(document, (node) => {
    if (node.type === 'text' && node.value.trim() !== '') return EXIT
    if (node.type !== 'element' || !isHidden(node)) return undefined
    own = !textless.has(node.tagName) && /\S/.test(toText(node))
    return own ? EXIT : SKIP
  })
  return own
}

function extractFirstWords(document: Root): string {
  const text = extractShownTexts(document)
    .map(({ value }) => value)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= shown) return text
  return `${text.slice(0, text.lastIndexOf(' ', shown))} …`
}
