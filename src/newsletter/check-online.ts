import type { VFile } from 'vfile'
import { type Check, defineCheck } from '../checks/check.ts'
import { extractOnlineLinks, type OnlineLink } from '../checks/extract-online-links.ts'
import { linkOnline } from '../checks/link-online.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import { restoreOwnText } from '../diagnostics/included-files.ts'
import { isBlocking } from '../diagnostics/is-blocking.ts'
import { readLinkCache, writeLinkCache } from '../files/link-cache.ts'
import { type CheckLinksOptions, checkLinks } from '../network/check-links.ts'
import type { LinkCache } from '../network/link-cache.ts'
import type { BuiltIssue } from './build-issue.ts'

/** How links are requested: as which user agent, at what time, with which timeout. */
export type OnlineOptions = Omit<CheckLinksOptions, 'cache' | 'onProgress' | 'signal'>

/** The links of some issues, by the issues' paths. */
export type LinksByFile = Map<string, { file: VFile; links: OnlineLink[] }>

/** Creates a check that reports nothing but collects the links to request. */
export function createLinkCollector(): { collector: Check; linksByFile: LinksByFile } {
  const linksByFile: LinksByFile = new Map()
  const collector = defineCheck({
    ...linkOnline,
    run: (context) => {
      // The emails for other targets have the same links, except for merge tags.
      if (linksByFile.has(context.file.path)) return
      linksByFile.set(context.file.path, { file: context.file, links: extractOnlineLinks(context) })
    },
  }) as Check
  return { collector, linksByFile }
}

export interface CheckOnlineOptions extends OnlineOptions, Pick<CheckLinksOptions, 'onProgress' | 'signal'> {
  /** The newsletter's folder, absolute. */
  root: string
  strict: boolean
}

/**
 * Requests all links over the network, each once, and reports those that do not work. Responses are cached on the disk
 * for a day.
 * @returns the issues with their new message counts and `passes`
 */
export async function checkOnline(
  issues: BuiltIssue[],
  linksByFile: LinksByFile,
  { root, strict, ...options }: CheckOnlineOptions,
): Promise<BuiltIssue[]> {
  const links = [...linksByFile.values()].flatMap((entry) => entry.links)
  const cache = {
    read: () => readLinkCache(root),
    write: (responses: LinkCache) => writeLinkCache(root, responses),
  }
  await checkLinks(links, { ...options, cache })
  return issues.map((issue) => {
    const entry = linksByFile.get(issue.source)
    if (!entry) return issue
    const isDead = entry.links.some((link) =>
      findMessages(link).some((message) => isBlocking(message, strict)),
    )
    restoreOwnText(entry.file)
    return { ...issue, messages: countMessages([entry.file]), passes: issue.passes && !isDead }
  })
}

/** A link in a template is reported there, once; the message counts for every issue with that template. */
function findMessages({ url, at }: OnlineLink) {
  return at.file.messages.filter(
    ({ ruleId, line, reason }) =>
      ruleId === linkOnline.name && line === at.position?.start.line && reason.includes(`\`${url}\``),
  )
}
