import type { Element } from 'hast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { location } from 'vfile-location'
import { defineCheck } from './check.ts'
import { createCodeTest } from './readers/create-code-test.ts'
import { findStrayCharacters } from './readers/find-stray-characters.ts'

/** C0 without tab and line ends, DEL, C1, and what stands for a character that could not be read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffc]/g

/** What Windows-1252 has where Unicode has C1: the usual way for one to get into a text. */
const windows: Record<string, string> = Object.fromEntries(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].map((sign, index) => [
    String.fromCharCode(0x80 + index),
    sign.trim(),
  ]),
)

export const controlCharacter = defineCheck({
  name: 'control-character',
  summary: 'No control characters and no stray invisible ones.',
  note: 'It came with a text that was pasted or decoded wrongly. Nobody sees it in an editor; mail clients show a box, break words at it, or read the sentence in the wrong direction. Delete it, or type what was meant.',
  level: 'error',
  run(context, report) {
    const { file, document, email, originOf } = context
    const source = String(file)
    const goesOut = [email.html, email.text, email.subject, email.preheader].join('\n')
    const points = location(file)
    const place = (start: number, length: number): Position | undefined => {
      const [from, to] = [points.toPoint(start), points.toPoint(start + length)]
      return from && to && { start: from, end: to }
    }
    const isCode = createCodeTest(context.tree)
    for (const { 0: sign, index } of source.matchAll(control)) {
      const isSent = goesOut.includes(sign) || (sign === '\0' && goesOut.includes('\ufffd'))
      const isSample = sign >= '\ufff0' && isCode(index)
      if (isSent && !isSample) report(toReason(sign), { at: place(index, 1), ...toFinding(sign) })
    }
    for (const { sign, offset, reason } of findStrayCharacters(source)) {
      if (goesOut.includes(sign) && !isCode(offset))
        report(reason, { at: place(offset, sign.length), level: 'warning' })
    }
    visit(document, 'element', (element) => {
      if (originOf(element).file === file) return
      // What the template only prints was told at its place in the front matter.
      const signs = ownSigns(element).filter((sign) => !source.includes(sign))
      for (const sign of signs) report(toReason(sign), { at: element, ...toFinding(sign) })
    })
  },
})

function toReason(sign: string): string {
  const code = toCode(sign)
  if (sign === '\ufffd') return `Unexpected ${code}, which stands for a character that could not be read`
  if (sign === '\ufffc') return `Unexpected ${code}, which stands for an object that was not pasted along`
  const meant = windows[sign]
  return `Unexpected control character ${code}${meant ? `, expected \`${meant}\`` : ''}`
}

/** Gmail clips a message at a C1 character, however short it is. The others are no more than ugly. */
function toFinding(sign: string): { level?: 'warning'; note?: string } {
  if (!/[\u0080-\u009f]/.test(sign)) return { level: 'warning' }
  return {
    note: 'Gmail clips a message that holds a C1 control character, however short it is (hteumeuleu/email-bugs #41, #113). It is a Windows-1252 character that was never decoded. Type the one that was meant.',
  }
}

function toCode(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The control characters in an element's own texts and attributes, each once. */
function ownSigns({ children, properties }: Element): string[] {
  const texts = children.map((child) => (child.type === 'text' ? child.value : ''))
  const values = Object.values(properties).filter((value) => typeof value === 'string')
  return [...new Set([...texts, ...values].join('').match(control) ?? [])]
}
