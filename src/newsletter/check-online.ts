import type { VFile } from 'vfile'
import { type Check, defineCheck } from '../checks/check.ts'
import { extractOnlineLinks, type OnlineLink } from '../checks/extract-online-links.ts'
import { linkOnline } from '../checks/link-online.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import { isBlocking } from '../diagnostics/is-blocking.ts'
import { readLinkCache } from '../files/read-link-cache.ts'
import { writeLinkCache } from '../files/write-link-cache.ts'
import { type CheckLinksOptions, checkLinks } from '../network/check-links.ts'
import type { BuiltIssue } from './build-issue.ts'

/** How links are requested: by whom, at what time, and how patiently. */
export type OnlineOptions = Omit<CheckLinksOptions, 'cache' | 'onProgress' | 'signal'>

/** The links of some issues, by the issues' paths. */
export type LinksByFile = Map<string, { file: VFile; links: OnlineLink[] }>

/** A check that finds nothing, but gathers the links that are to be requested. */
export function createLinkCollector(): { collector: Check; linksOf: LinksByFile } {
  const linksOf: LinksByFile = new Map()
  const collector = defineCheck({
    ...linkOnline,
    run: (context) => {
      // Other targets have the same links, but for their tags.
      if (linksOf.has(context.file.path)) return
      linksOf.set(context.file.path, { file: context.file, links: extractOnlineLinks(context) })
    },
  }) as Check
  return { collector, linksOf }
}

export interface CheckOnlineOptions extends OnlineOptions, Pick<CheckLinksOptions, 'onProgress' | 'signal'> {
  /** The newsletter's folder, absolute. */
  root: string
  strict: boolean
}

/**
 * Requests all links over the network, each once, with what they answered within a day kept on the disk.
 * @returns the issues, judged anew
 */
export async function checkOnline(
  issues: BuiltIssue[],
  linksOf: LinksByFile,
  { root, strict, ...options }: CheckOnlineOptions,
): Promise<BuiltIssue[]> {
  const links = [...linksOf.values()].flatMap((entry) => entry.links)
  const cache = {
    read: () => readLinkCache(root),
    write: (answers: Parameters<typeof writeLinkCache>[1]) => writeLinkCache(root, answers),
  }
  await checkLinks(links, { ...options, cache })
  return issues.map((issue) => {
    const entry = linksOf.get(issue.source)
    if (!entry) return issue
    const isDead = entry.links.some((link) => messagesOf(link).some((message) => isBlocking(message, strict)))
    return { ...issue, messages: countMessages([entry.file]), passes: issue.passes && !isDead }
  })
}

/** A link of a template is reported once, there, and counts for every issue that has it. */
function messagesOf({ url, at }: OnlineLink) {
  return at.file.messages.filter(
    ({ ruleId, line, reason }) =>
      ruleId === linkOnline.name && line === at.position?.start.line && reason.includes(`\`${url}\``),
  )
}
