import { defineCheck } from './check.ts'
import { isAddressLabel } from './markdown-leftover/links.ts'
import { extractProse } from './readers/extract-prose.ts'

/** `[words][label]` and `[words][]`, which become links with a definition `[label]: https://…`; not indices, `a[i][j]`. */
const reference = /(?<![\p{L}\p{M}\p{N}\])])\[([^\][\n]+)\]\[([^\][\n]*)\]/gu

export const linkDefinition = defineCheck({
  name: 'link-definition',
  summary: 'Every reference-style link (`[words][label]`) has its definition.',
  note: 'Without a definition, Markdown makes no link, and readers see the brackets. Write the definition on a line of its own, or the address after the words: `[words](https://…)`. If the brackets are meant as text, put a backslash before the first one.',
  level: 'warning',
  run(context, report) {
    const source = String(context.file)
    for (const { text, raw, place } of extractProse(context)) {
      if (raw) continue
      for (const { 0: found, 1: words = '', 2: label = '', index } of text.matchAll(reference)) {
        const at = place(index, index + found.length)
        const written = source.slice(at?.start.offset, at?.end.offset)
        if (written.includes('\\') || source[(at?.start.offset ?? 0) - 1] === '\\') continue
        // `markdown-leftover` reports it.
        if (isAddressLabel(written)) continue
        const name = (label || words).trim()
        report(`Missing definition \`[${name}]: https://…\` of a link`, { at })
      }
    }
  },
})
