import type { Element } from 'hast'
import type { Position } from 'unist'
import { formatCodePoint } from '../diagnostics/format-code-point.ts'
import { createPoints } from '../diagnostics/points.ts'
import { listElements } from '../hast/find-element.ts'
import { memoizeText } from '../memoize-text.ts'
import { defineCheck } from './check.ts'
import { createCodeTest } from './readers/create-code-test.ts'
import { findStrayCharacters } from './readers/find-stray-characters.ts'

/** C0 without tab and line ends, DEL, C1, and the replacement characters U+FFFC and U+FFFD. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the check looks for them
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffc]/g

/** Without the flag `g`, with which a test would begin where the last one ended. */
const anyControl = new RegExp(control.source)

/**
 * The Windows-1252 character for each C1 code. Most C1 characters come from text in that encoding that was decoded as
 * Latin 1.
 */
const windows: Record<string, string> = Object.fromEntries(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].map((sign, index) => [
    String.fromCharCode(0x80 + index),
    sign.trim(),
  ]),
)

export const controlCharacter = defineCheck({
  name: 'control-character',
  summary: 'The issue contains no control characters and no stray invisible characters.',
  note: 'It came with text that was pasted or decoded wrongly. Editors do not show it; mail clients show a box, break words at it, or show the sentence in the wrong direction. Delete it, or type the character that was meant.',
  level: 'error',
  run(context, report) {
    const { file, document, email, originOf } = context
    const source = String(file)
    const sent = [email.html, email.text, email.subject, email.preheader]
    const isPrinted = memoizeText((sign) => sent.some((text) => text.includes(sign)))
    const points = createPoints(file)
    const place = (start: number, length: number): Position | undefined => {
      const [from, to] = [points.toPoint(start), points.toPoint(start + length)]
      return from && to && { start: from, end: to }
    }
    const isCode = createCodeTest(context.tree)
    for (const { 0: sign, index } of source.matchAll(control)) {
      const isSent = isPrinted(sign) || (sign === '\0' && isPrinted('\ufffd'))
      const isSample = sign >= '\ufff0' && isCode(index)
      if (isSent && !isSample) report(formatReason(sign), { at: place(index, 1), ...createFinding(sign) })
    }
    for (const { sign, offset, reason } of findStrayCharacters(source)) {
      if (isPrinted(sign) && !isCode(offset))
        report(reason, { at: place(offset, sign.length), level: 'warning' })
    }
    for (const element of listElements(document)) {
      if (originOf(element).file === file) continue
      // A character that the template only prints was reported at its place in the front matter.
      const signs = findOwnControls(element).filter((sign) => !source.includes(sign))
      for (const sign of signs) report(formatReason(sign), { at: element, ...createFinding(sign) })
    }
  },
})

function formatReason(sign: string): string {
  const code = formatCodePoint(sign)
  if (sign === '\ufffd') return `Unexpected ${code}, which stands for a character that could not be read`
  if (sign === '\ufffc') return `Unexpected ${code}, which stands for an object that was not pasted along`
  const meant = windows[sign]
  return `Unexpected control character ${code}${meant ? `, expected \`${meant}\`` : ''}`
}

/** C1 characters are errors, since Gmail clips a message at them; the others only look bad. */
function createFinding(sign: string): { level?: 'warning'; note?: string } {
  if (!/[\u0080-\u009f]/.test(sign)) return { level: 'warning' }
  return {
    note: 'Gmail clips a message that contains a C1 control character, however short the message is (hteumeuleu/email-bugs #41, #113). It is a Windows-1252 character that was decoded wrongly. Type the character that was meant.',
  }
}

/** The control characters in an element's own texts and attributes, without duplicates. */
function findOwnControls({ children, properties }: Element): string[] {
  const texts = children.map((child) => (child.type === 'text' ? child.value : ''))
  const values = Object.values(properties).filter((value) => typeof value === 'string')
  const own = [...texts, ...values].filter((text) => anyControl.test(text))
  return [...new Set(own.join('').match(control) ?? [])]
}
