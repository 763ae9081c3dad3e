import { estimateMinutes } from '../checks/readers/reading-time.ts'
import type { LinkRecord } from '../types.ts'
import {
  compareImages,
  compareLists,
  compareProblems,
  type ImageComparison,
  type ProblemComparison,
} from './compare-lists.ts'
import { compareTexts, type TextChange } from './compare-texts.ts'
import type { IssueSnapshot } from './issue-snapshot.ts'

/** The numbers of one state of an issue. */
export interface IssueFacts {
  slug: string
  draft: boolean
  subject: string
  preheader: string
  /** The size of the HTML, in bytes of UTF-8. */
  htmlBytes: number
  words: number
  /** How long reading takes. */
  minutes: number
  images: number
  links: number
  errors: number
  warnings: number
}

/** How an issue differs. */
export interface IssueComparison {
  /** A renamed issue may have changed as well. */
  status: 'added' | 'removed' | 'renamed' | 'changed'
  /** Its file, or for a removed issue the file that it had; relative to the newsletter's folder, with `/`. */
  source: string
  /** The file that a renamed issue had; `null` for all others. */
  previousSource: string | null
  /** `null` for an added issue. */
  before: IssueFacts | null
  /** `null` for a removed issue. */
  after: IssueFacts | null
  /** What differs of the email; nothing for an issue that was added or removed. */
  changes: ('slug' | 'draft' | 'subject' | 'preheader' | 'text' | 'html')[]
  images: ImageComparison
  links: { added: LinkRecord[]; removed: LinkRecord[] }
  problems: ProblemComparison
  /** What changed in the plaintext; empty for an issue that was added or removed. */
  text: TextChange[]
}

/**
 * Compares two states of an issue.
 * @param before `undefined` for an issue that was added
 * @param after `undefined` for one that was removed
 * @returns `undefined` when nothing differs
 */
export function compareIssues(
  before: IssueSnapshot | undefined,
  after: IssueSnapshot | undefined,
): IssueComparison | undefined {
  const status = resolveStatus(before, after)
  const problems = compareProblems(before?.messages ?? [], after?.messages ?? [], true)
  const images = compareImages(before?.images ?? [], after?.images ?? [])
  const { added, removed } = compareLists(before?.links ?? [], after?.links ?? [], ({ url }) => url)
  const changes = before && after ? listChanges(before, after) : []
  const hasChanged =
    changes.length + images.changed.length + problems.added.length + problems.solved.length > 0
  if (status === 'changed' && !hasChanged) return undefined
  return {
    status,
    source: (after ?? before)?.source ?? '',
    previousSource: status === 'renamed' ? (before?.source ?? null) : null,
    before: before ? createFacts(before) : null,
    after: after ? createFacts(after) : null,
    changes,
    images,
    links: { added, removed },
    problems,
    text: before && after ? compareTexts(before.text, after.text, after.lang) : [],
  }
}

function resolveStatus(before?: IssueSnapshot, after?: IssueSnapshot): IssueComparison['status'] {
  if (!before) return 'added'
  if (!after) return 'removed'
  return before.source === after.source ? 'changed' : 'renamed'
}

function listChanges(before: IssueSnapshot, after: IssueSnapshot): IssueComparison['changes'] {
  const keys = ['slug', 'draft', 'subject', 'preheader', 'text', 'html'] as const
  return keys.filter((key) => before[key] !== after[key])
}

function createFacts({ slug, draft, subject, preheader, html, ...snapshot }: IssueSnapshot): IssueFacts {
  const { words, images, links, messages } = snapshot
  const count = (wanted: string) => messages.filter(({ severity }) => severity === wanted).length
  return {
    slug,
    draft,
    subject,
    preheader,
    htmlBytes: new TextEncoder().encode(html).length,
    words,
    minutes: estimateMinutes(words),
    images: images.length,
    links: links.length,
    errors: count('error'),
    warnings: count('warning'),
  }
}
