import type { Element, Nodes, Root } from 'hast'
import { resolveStartOffsets } from '../hast/parse-document.ts'
import { walkTree } from '../hast/walk-tree.ts'
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

/** The last element of the issue that begins before the limit, where Gmail clips. */
function findCut({ document, file, email, originOf }: CheckContext, max: number): Element | undefined {
  let cut: Element | undefined
  for (const [element, start] of resolveSentOffsets(document)) {
    if (countBytes(email.html.slice(0, start)) > max) break
    if (originOf(element).file === file) cut = element
  }
  return cut
}

/** The offset of each element in the HTML that is sent, which has no `data-o` attributes. */
function resolveSentOffsets(document: Root): [Element, number][] {
  const offsets = resolveStartOffsets(document)
  const starts: [Element, number][] = []
  let attributeLength = 0
  walkTree<Nodes>(document, (node) => {
    if (node.type === 'comment')
      attributeLength += (node.value.match(/ data-o="[^"]*"/g) ?? []).join('').length
    if (node.type !== 'element') return
    const start = offsets.get(node)
    if (start !== undefined) starts.push([node, start - attributeLength])
    const place = node.properties.dataO
    if (place !== undefined) attributeLength += ` data-o="${place}"`.length
  })
  return starts
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** `102,400`, regardless of the machine's language. */
function formatNumber(count: number): string {
  return count.toLocaleString('en')
}
