import type { VFile } from 'vfile'
import type { CheckContext } from '../checks/check.ts'
import { findNativeTags, type NativeTag } from '../checks/readers/find-native-tags.ts'
import { createPosition } from '../checks/readers/passage.ts'
import { report } from '../diagnostics/report.ts'
import { findTagFault, type TagFault } from '../merge-tags/find-tag-fault.ts'
import type { MisplacedTag } from '../merge-tags/restore-html.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import type { PreparedIssue } from './prepare-issue.ts'

/**
 * Reports the merge tags that do not go out as they were written, since HTML, a style or an address would take a part of
 * them for its own.
 * @param html the finished document, its merge tags still tokens
 * @param marked the same with source markers
 */
export function reportTagFaults({ issue, tags, context }: PreparedIssue, html: string, marked: string): void {
  const { file, tree } = issue
  const { settings } = context
  const dialects = resolveDialects(resolveTarget(settings, settings.target))
  const written = findNativeTags({ file, tree }, createTagPattern(dialects))
  const head = frontMatterRange(String(file))?.end ?? 0
  for (const { tag, offset } of written) {
    // In the front matter, quotation marks are written as YAML escapes them.
    const meant = offset < head ? tag.replaceAll("''", "'").replaceAll('\\"', '"') : tag
    const fault = findTagFault(meant, dialects)
    if (fault) reportFault(tag, describeFault(fault), createPosition(file, offset, offset + tag.length), file)
  }
  const misplaced = tags.findMisplaced(marked)
  for (const each of misplaced.length > 0 ? misplaced : tags.findMisplaced(html)) {
    const tag = tags.restore(each.token)
    if (findTagFault(tag, dialects)) continue
    reportFault(tag, misplacements[each.kind], findPlace(tag, each, written, file), file)
  }
}

function reportFault(
  tag: string,
  { reason, note }: Description,
  place: ReturnType<typeof createPosition>,
  file: VFile,
): void {
  const line = tag.replace(/\s+/g, ' ')
  const shown = line.length > 80 ? `${line.slice(0, 60).trimEnd()}…` : line
  report(file, reason(shown), { ruleId: 'merge-markup', place, note })
}

interface Description {
  reason(tag: string): string
  note: string
}

const asText = 'If it is meant as text, put a backslash before it.'

function describeFault({ kind, found }: TagFault): Description {
  const reason = (tag: string) => `Unexpected \`${found}\` in the merge tag \`${tag}\``
  if (kind === 'markup')
    return {
      reason,
      note: `HTML would take it for markup of its own, so that the tag is text in the email. In a comparison, write a space behind \`<\`; put markup beside the tag, where it is validated. ${asText}`,
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

const misplacements: Record<MisplacedTag['kind'], Description> = {
  quote: {
    reason: (tag) => `Unexpected quotation mark in the merge tag \`${tag}\` in an attribute`,
    note: 'It ends the attribute, so that HTML would take the words behind it for attributes of their own. Put the strings of the tag in single quotation marks.',
  },
  scheme: {
    reason: (tag) => `Unexpected scheme in an address with the merge tag \`${tag}\`, expected \`https:\``,
    note: 'Filled in, the address could run a script, so that it is left out of the email. Write the scheme before the tag: `https://…`.',
  },
  style: {
    reason: (tag) => `Unexpected merge tag \`${tag}\` in a style, expected one for a whole value`,
    note: 'Filled in, the style could load something from elsewhere, so that it is left out of the email. Write a tag only in the place of a whole value, such as a colour.',
  },
  logic: {
    reason: (tag) =>
      `Unexpected merge tag \`${tag}\` in an attribute, expected a condition that begins and ends there`,
    note: 'The provider could leave out the end of the attribute, and HTML take the words behind it for attributes of their own. The tags of the attribute are left out of the email. Put the whole condition inside it, or around the element.',
  },
}

/** The place of the tag in the element that its source marker points to; else where it is first written. */
function findPlace(
  tag: string,
  { startTag }: MisplacedTag,
  written: readonly NativeTag[],
  file: CheckContext['file'],
): ReturnType<typeof createPosition> {
  const [, start, end] = / data-o="(?:t[\d:]+@)?(\d+)-(\d+)"/.exec(startTag) ?? []
  const same = written.filter((each) => each.tag === tag)
  const isInside = ({ offset }: NativeTag) => offset >= Number(start) && offset < Number(end)
  const found = same.find(isInside) ?? same[0]
  return found && createPosition(file, found.offset, found.offset + tag.length)
}
