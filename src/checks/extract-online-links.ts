import { visit } from 'unist-util-visit'
import type { CheckSetting } from '../settings.ts'
import type { Directive } from '../types.ts'
import { removeUtm } from '../urls/remove-utm.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'
import type { CheckContext, Origin } from './check.ts'
import { linkOnline } from './link-online.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { hasMergeTag } from './readers/has-merge-tag.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'
import { parseSwitches } from './switches.ts'

/** A link that `--online` requests. */
export interface OnlineLink {
  /** An http(s) address without merge tags and campaign parameters. */
  url: string
  at: Origin
  /** The severity that the config sets for it. */
  level: 'error' | 'warning'
}

/**
 * The links of an email that can be requested over the network. Left out are links with merge tags, the issue's own web
 * page, which is not published yet, and the links of polls, since a request would cast a vote. Campaign parameters are
 * removed, since a request would be counted as a reader's visit.
 */
export function extractOnlineLinks(context: CheckContext): OnlineLink[] {
  const { level, allow } = resolveOptions(context.settings.checks[linkOnline.name])
  if (level === 'off') return []
  const isOff = parseSwitches(context.tree, String(context.file))
  const votes = collectVoteUrls(context)
  return extractAnchors(context).flatMap(({ href: url = '', at }) => {
    const host = parseHost(url)
    const line = at.file === context.file ? at.position?.start.line : undefined
    if (host === undefined || isUnder(host, allow) || hasMergeTag(url, context)) return []
    if (votes.has(url) || isOwnPage(url, context)) return []
    return line !== undefined && isOff(linkOnline.name, line) ? [] : [{ url: removeUtm(url), at, level }]
  })
}

function resolveOptions(setting: CheckSetting | undefined): typeof linkOnline.options & {
  level: 'error' | 'warning' | 'off'
} {
  const [level, options] = Array.isArray(setting) ? setting : [setting, {}]
  return {
    ...linkOnline.options,
    ...options,
    level: typeof level === 'string' ? level : 'error',
  }
}

function collectVoteUrls({ tree }: CheckContext): Set<string> {
  const votes = new Set<string>()
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    for (const { url } of (node as Directive).data?.block?.items ?? []) if (url !== null) votes.add(url)
  })
  return votes
}

function isOwnPage(url: string, { settings, matter }: CheckContext): boolean {
  return settings.url !== undefined && url.startsWith(resolveIssueUrl(settings.url, matter.slug))
}
