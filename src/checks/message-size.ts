import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { type CheckContext, defineCheck } from './check.ts'

export const messageSize = defineCheck({
  name: 'message-size',
  summary: 'Gmail shows the whole HTML, without clipping it.',
  note: [
    'Gmail clips a message at about 102,400 bytes of HTML (“[Message clipped]”): readers do not see the rest, which includes',
    'the unsubscribe link and the provider’s tracking pixel, and Gmail drops `<style>`. Your provider’s tracking links add to',
    'the size, so stay well below the limit (hteumeuleu/email-bugs #41, #56; Ghost warns its authors, too). Shorten the issue,',
    'or move a part of it to a web page and link to it.',
  ].join(' '),
  level: 'error',
  options: { warn: 80_000, max: 102_400 },
  run(context, report, { warn, max }) {
    const size = countBytes(context.email.html)
    const expected = (limit: number) =>
      `Unexpected ${formatNumber(size)} bytes of HTML, expected at most ${formatNumber(limit)}`
    if (size > max) report(expected(max), { at: findCut(context, max) })
    else if (size > warn) report(expected(warn), { level: 'warning' })
  },
})

/** The part of the issue where Gmail stops: the last written element that begins before the limit. */
function findCut({ document, file, email, originOf }: CheckContext, max: number): Element | undefined {
  let cut: Element | undefined
  for (const [element, start] of resolveStartOffsets(document)) {
    if (countBytes(email.html.slice(0, start)) > max) break
    if (originOf(element).file === file) cut = element
  }
  return cut
}

/** Where each element starts in what goes out, which has no marks. */
function resolveStartOffsets(document: Root): [Element, number][] {
  const starts: [Element, number][] = []
  let marks = 0
  visit(document, (node) => {
    if (node.type === 'comment') marks += (node.value.match(/ data-o="[^"]*"/g) ?? []).join('').length
    if (node.type !== 'element') return
    const start = node.position?.start.offset
    if (start !== undefined) starts.push([node, start - marks])
    const mark = node.properties.dataO
    if (mark !== undefined) marks += ` data-o="${mark}"`.length
  })
  return starts
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** `102,400`, whatever the machine's language. */
function formatNumber(count: number): string {
  return count.toLocaleString('en')
}
