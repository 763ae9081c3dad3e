import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { TagFault } from './find-tag-fault.ts'

/** The parts of a message on a tag. */
export interface TagFaultDescription {
  /** @param tag the tag as it is shown */
  reason(tag: string): string
  note: string
}

/**
 * Reports a tag with a fault on the file that it is written in.
 * @param where behind the tag in the message, such as ` in `name``, where the place does not say it
 */
export function reportFaultyTag(
  tag: string,
  { reason, note }: TagFaultDescription,
  { file, place, where = '' }: { file: VFile; place: Position | undefined; where?: string },
): void {
  const line = tag.replace(/\s+/g, ' ')
  const shown = line.length > 80 ? `${line.slice(0, 60).trimEnd()}…` : line
  report(file, `${reason(shown)}${where}`, { ruleId: 'merge-markup', place, note })
}

const asText = 'If it is meant as text, put a backslash before it.'

/** Describes what is wrong with a tag, and what to do. */
export function describeTagFault({ kind, found }: TagFault): TagFaultDescription {
  const reason = (tag: string) => `Unexpected \`${found}\` in the merge tag \`${tag}\``
  if (kind === 'markup')
    return {
      reason,
      note: `HTML would take it for markup of its own, so that the tag is text in the email. In a comparison, write a space behind \`<\`; put markup beside the tag, where it is validated. ${asText}`,
    }
  if (kind === 'computed')
    return {
      reason,
      note: `The provider would make markup or a script’s address of it, which no check has seen, so that the tag is text in the email. Put markup beside the tag, where it is validated; write \`&lt;\` for a sign that readers should see. ${asText}`,
    }
  if (kind === 'script')
    return {
      reason,
      note: `A link of this address would run a script, so that the tag is text in the email. Write an address of \`https:\`. ${asText}`,
    }
  const end = kind === 'quote' ? 'the quotation mark that ends its string' : 'the sign that ends its comment'
  return {
    reason: (tag) => `Missing end of \`${found}\` in the merge tag \`${tag}\``,
    note: `The provider would read on to the next one, wherever that is, so that the tag is text in the email. Add ${end}. ${asText}`,
  }
}
