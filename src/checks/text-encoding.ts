import type { Element } from 'hast'
import { listElements } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'
import { isHidden } from './readers/extract-shown-texts.ts'
import { findMojibake, type Mojibake } from './readers/find-mojibake.ts'

export const textEncoding = defineCheck({
  name: 'text-encoding',
  summary: 'No text was decoded wrongly: `itâ€™s`, `CafÃ©`.',
  note: 'It is UTF-8 that a program has read as Windows-1252 or Mac OS Roman, and saved so; readers see what is written here. Copy the text from its source again, or type what is expected. In a text about such mistakes, put it in backticks.',
  level: 'error',
  run(context, report) {
    const source = String(context.file)
    for (const { text, place } of [...extractProse(context), ...extractAsides(context)]) {
      const found = findMojibake(text)
      const [first] = found
      if (first) report(formatReason(found), { at: place(first.start, first.start + first.word.length) })
    }
    for (const element of listElements(context.document)) {
      if (context.originOf(element).file === context.file || isHidden(element)) continue
      // What the template only prints was reported at its place in the issue.
      const found = extractOwnTexts(element).flatMap(findMojibake)
      const own = found.filter(({ word }) => !source.includes(word))
      if (own.length > 0) report(formatReason(own), { at: element })
    }
  },
})

/** One finding for a passage, since a wrong decoding affects all of its text. */
function formatReason([first, ...others]: Mojibake[]): string {
  const more = others.length > 0 ? ` (and ${others.length} more here)` : ''
  return `Unexpected \`${first?.word}\`, expected \`${first?.meant}\`${more}`
}

/** An element's own texts, and those that it has as attributes. */
function extractOwnTexts({ children, properties }: Element): string[] {
  const texts = children.map((child) => (child.type === 'text' ? child.value : ''))
  return [...texts, ...[properties.alt, properties.title].map((value) => String(value ?? ''))]
}
