import { extractDomain } from '../mail/format-header.ts'
import { createIssueKey } from '../mail/issue-key.ts'
import { createTagPattern, escapePattern } from '../merge-tags/tag-pattern.ts'
import type { ReplyRules } from '../polls/ballot.ts'
import { normalizeSubject } from '../polls/reply-subject.ts'
import type { Settings } from '../settings.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import type { PollRecord } from '../types.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Creates the rules by which replies to an issue are recognized.
 * @param polls the issue's, in their order
 * @param subjects those of its emails, with the native merge tags of each target
 */
export function createReplyRules(
  { matter }: IssueFile,
  { issues, settings }: Newsletter,
  polls: PollRecord[],
  subjects: string[],
): ReplyRules {
  const tags = createAllTagsPattern(settings)
  const from = matter.from?.email
  const own = [from, settings.polls.mailto].flatMap((address) => address?.toLowerCase() ?? [])
  const others = issues.filter((issue) => issue.matter.slug !== matter.slug)
  return {
    subjects: [...new Set(subjects)].flatMap((subject) => createSubjectPattern(subject, tags) ?? []),
    isSubjectShared: others.some((other) => other.matter.subject === matter.subject),
    idStart: from === undefined ? undefined : createIssueKey(matter.slug, extractDomain(from)),
    // Where votes go to the newsletter's own address, its mails in the mailbox are what its author has replied.
    own,
    polls,
  }
}

function createAllTagsPattern(settings: Settings): RegExp {
  const names = [...new Set([settings.target, ...settings.targets])]
  return createTagPattern(names.flatMap((name) => resolveDialects(resolveTarget(settings, name))))
}

/** Matches a subject in which the provider has replaced the merge tags by any text; none if it has nothing but tags. */
function createSubjectPattern(subject: string, tags: RegExp): RegExp | undefined {
  const parts = subject.replace(tags, '\0').split('\0').map(normalizeSubject)
  if (parts.every((part) => !/[\p{L}\p{N}]/u.test(part))) return undefined
  return new RegExp(`^${parts.map(escapePattern).join('.*')}$`, 'u')
}
