import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { inlineElements } from './html-elements.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import type { Tag } from './html-tags.ts'

/** Reports mistakes in the tags of raw HTML, each at the tag. */
export interface TagReporter {
  /** @param meantEnd a second start tag that was probably meant to be the end tag */
  reportOpen(tag: Tag, meantEnd?: Tag): void
  reportOverlap(tag: Tag): void
  reportStray(tag: Tag): void
  reportSlash(tag: Tag): void
}

/**
 * @param source the text that the offsets of the tags' nodes refer to
 * @param file the issue
 */
export function createTagReporter(source: string, file: VFile): TagReporter {
  const placeOf = ({ html, offset, text }: Tag) =>
    createHtmlPlace(resolveHtmlOffset(html, offset, source), text.length, file)
  const reportNesting = (tag: Tag, reason: string, note: string) =>
    void report(file, reason, { ruleId: 'html-nesting', place: placeOf(tag), note, severity: 'warning' })
  return {
    reportOpen(tag, meantEnd) {
      const start = meantEnd && placeOf(meantEnd)?.start
      const hint =
        start && `Write \`</${tag.name}>\` for the second \`<${tag.name}>\` (${start.line}:${start.column}).`
      report(file, `Missing \`</${tag.name}>\` after \`<${tag.name}>\``, {
        ruleId: 'html-unclosed',
        place: placeOf(tag),
        note: `Without it ${describeReach(tag)}. ${hint ?? `Put \`</${tag.name}>\` where it ends.${formatTextHint(tag)}`}`,
      })
    },
    reportOverlap: (tag) =>
      reportNesting(
        tag,
        `Unexpected end of \`<${tag.name}>\` after the end of the element around it`,
        `It was ended with that element. Put \`</${tag.name}>\` before the other end tag.`,
      ),
    reportStray: (tag) =>
      reportNesting(
        tag,
        `Unexpected \`</${tag.name}>\`, expected \`<${tag.name}>\` before it`,
        `It is left out of the email. Remove it, or put the start tag before it, in the same paragraph or block. If it was meant as text, write \`\\</${tag.name}>\`.`,
      ),
    reportSlash: (tag) =>
      reportNesting(
        tag,
        `Unexpected \`/\` in \`<${tag.name}>\``,
        `In HTML a \`/\` does not end an element: browsers would put what follows inside it. It was ended here, without content; write \`</${tag.name}>\` where it ends.`,
      ),
  }
}

/** Only a tag without attributes is likely to be text. */
function formatTextHint({ name, text }: Tag): string {
  return /[\s/=]/.test(text) ? '' : ` If it was meant as text, write \`\\<${name}>\`.`
}

function describeReach({ name }: Tag): string {
  if (name === 'a') return 'all that follows would be a link'
  return inlineElements.has(name)
    ? `all that follows would look like \`<${name}>\``
    : `all that follows would be inside the \`<${name}>\``
}
