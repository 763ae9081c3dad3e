import type { VFile } from 'vfile'
import type { CheckContext } from '../checks/check.ts'
import { findNativeTags, type NativeTag } from '../checks/readers/find-native-tags.ts'
import { createPosition } from '../checks/readers/passage.ts'
import { findFaultyTexts } from '../config/validate-merge-tags.ts'
import { memoize } from '../hast/memoize.ts'
import { memoizeText } from '../memoize-text.ts'
import { findTagFault } from '../merge-tags/find-tag-fault.ts'
import { findWrittenNames } from '../merge-tags/find-written-names.ts'
import {
  describeTagFault,
  reportFaultyTag,
  type TagFaultDescription,
} from '../merge-tags/report-faulty-tag.ts'
import type { MisplacedTag } from '../merge-tags/restore-html.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import type { Settings } from '../settings.ts'
import { findSiteForm } from '../targets/find-site-tag.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import { findSiteGenerator } from '../targets/site-generators.ts'
import type { Target } from '../targets/target.ts'
import type { PreparedIssue } from './prepare-issue.ts'
import { restoreDeep } from './restore-tags.ts'

/**
 * Reports the merge tags that do not go out as they were written, since HTML, a style or an address would take a part of
 * them for its own.
 * @param html the finished document, its merge tags still tokens
 * @param marked the same with source markers
 */
export function reportTagFaults({ issue, tags, context }: PreparedIssue, html: string, marked: string): void {
  const { file, tree } = issue
  const { settings } = context
  const target = resolveTarget(settings, settings.target)
  const dialects = resolveDialects(target)
  const written = findNativeTags({ file, tree }, createTagPattern(dialects))
  const names = findWrittenNames(String(file))
  const head = frontMatterRange(String(file))?.end ?? 0
  for (const { tag, offset } of written) {
    // In the front matter, quotation marks are written as YAML escapes them.
    const meant = offset < head ? tag.replaceAll("''", "'").replaceAll('\\"', '"') : tag
    const fault = findTagFault(meant, dialects, names)
    const place = createPosition(file, offset, offset + tag.length)
    if (fault) reportFaultyTag(tag, describeTagFault(fault), { file, place })
  }
  reportSettings(context.settings, { file, tags, target })
  const misplaced = tags.findMisplaced(marked)
  for (const each of misplaced.length > 0 ? misplaced : tags.findMisplaced(html)) {
    const tag = tags.restore(each.token)
    if (findTagFault(tag, dialects, names)) continue
    const place = findPlace(tag, each, written, file)
    const where = place ? '' : ' of the config or the template'
    const generator = findSiteGenerator(tag) ?? (target && findSiteForm(tag, target)?.generator)
    const description = generator === undefined ? misplacements[each.kind] : describeSiteTag(generator)
    reportFaultyTag(tag, description, { file, place, where })
  }
}

/** Reports the tags of settings that come from no config file, which would have been validated. */
function reportSettings(
  { markdown, blocks, checks, clients, customTargets, ...texts }: Settings,
  {
    file,
    tags,
    target = noTarget,
  }: { file: VFile; tags: TagStore; target?: Pick<Target, 'dialects'> | undefined },
): void {
  const source = restoreJson(JSON.stringify(texts), tags)
  for (const { path, tag, fault } of createFaultFinder(target)(source))
    reportFaultyTag(tag, describeTagFault(fault), {
      file,
      place: undefined,
      where: ` in \`${path.join('.')}\` of the config`,
    })
}

/** JSON without any tag, as that of most settings is, need not be parsed to be restored. */
function restoreJson(json: string, tags: TagStore): string {
  if (tags.restore(json, 'source') === json) return json
  return JSON.stringify(restoreDeep(JSON.parse(json), tags, 'source'))
}

const noTarget: Pick<Target, 'dialects'> = { dialects: [] }

/** Finds the faulty tags of settings, given as JSON: they are the same for all issues. */
const createFaultFinder = memoize((target: Pick<Target, 'dialects'>) =>
  memoizeText((json) => findFaultyTexts(JSON.parse(json), resolveDialects(target)), 20),
)

const misplacements: Record<MisplacedTag['kind'], TagFaultDescription> = {
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

/** No advice on quotation marks or conditions makes such a tag right. */
function describeSiteTag(generator: string): TagFaultDescription {
  return {
    reason: (tag) => `Unexpected \`${tag}\` in an attribute, which is a tag of ${generator}`,
    note: 'It belongs to a program that builds websites; no email service provider knows it. Write what it stands for, such as the whole address of a link.',
  }
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
