import { posix } from 'node:path'
import { startsWithToken } from '../private-use.ts'
import { decodePath } from './decode-path.ts'
import { encodeHost } from './encode-host.ts'
import { guessAddress } from './guess-address.ts'
import { isMarkdownPath } from './issue-paths.ts'
import { describeScheme, isAppScheme, isMailScheme, parseScheme } from './schemes.ts'

/** The context that links are resolved in. */
export interface LinkBase {
  /** The config's `url`, without a slash at the end. */
  url?: string | undefined
  /** The issue's file, relative to the newsletter's root. */
  issuePath: string
  /** Finds the slug of another issue by the path of its file, relative to the newsletter's root. */
  slugOf?: ((path: string) => string | undefined) | undefined
  /** Resolves a neutral merge name, such as `merge:unsubscribe_url`, to a URL. */
  nameUrl?: ((name: string) => Resolved) | undefined
  /** The schemes that the config allows besides the known ones: the option `allow` of `link-scheme`. */
  allowedSchemes?: readonly string[] | undefined
}

/** A resolved URL, or the reason and note of a message. */
export type Resolved = { url: string } | { reason: string; note: string }

/**
 * Resolves a link as the author wrote it to a URL that works in an email: absolute URLs and merge tags are unchanged,
 * `/path` is resolved against the newsletter's own address, and a link to another issue's file becomes its web address.
 */
export function resolveLink(href: string, base: LinkBase): Resolved {
  if (href === '' || href.startsWith('#') || startsWithToken(href)) return { url: href }
  if (href.startsWith('//')) return { url: encodeHost(`https:${href}`) }
  if (href.startsWith('/')) return resolveRootRelative(href, base)
  const scheme = parseScheme(href)
  if (scheme === undefined) return resolveRelative(href, base)
  if (scheme === 'merge' && base.nameUrl) return base.nameUrl(href.slice('merge:'.length).trim())
  if (!isMailScheme(scheme) && !isAppScheme(scheme, base.allowedSchemes)) return describeScheme(scheme)
  // In plaintext a space would end the URL.
  return reportSlashes(scheme, href) ?? { url: encodeHost(href.trim().replaceAll(' ', '%20')) }
}

/** Reports slashes that are missing, or too many. */
function reportSlashes(scheme: string, href: string): Resolved | undefined {
  const rest = href.slice(scheme.length + 1)
  const isWeb = scheme === 'https' || scheme === 'http'
  const isFine = isWeb
    ? /^\/\//.test(rest) || startsWithToken(rest)
    : !/^(?:mailto|tel|sms)$/.test(scheme) || !rest.startsWith('//')
  if (/^(?:mailto|tel|sms)$/.test(scheme) && rest.trim() === '')
    return {
      reason: `Missing ${scheme === 'mailto' ? 'mailbox' : 'number'} in the address \`${href}\` of a link`,
      note: `Readers would write to or call nobody. Write it after the colon: \`${scheme}:${scheme === 'mailto' ? 'ann@example.com' : '+441632960000'}\`.`,
    }
  const bare = rest.replace(/^[/\\]+/, '')
  if (isFine || bare === '') return undefined
  return {
    reason: `Unexpected address \`${href}\` of a link, expected \`${scheme}:${isWeb ? '//' : ''}${bare}\``,
    note: isWeb
      ? 'Two slashes stand before the name of the site. Mail clients read the address differently without them.'
      : 'Mail clients would take the slashes for a part of the name or number.',
  }
}

/** The web address of an issue: its folder in the web archive. */
export function resolveIssueUrl(url: string, slug: string): string {
  return `${url}/${encodeURIComponent(slug)}/`
}

function resolveRootRelative(href: string, base: LinkBase): Resolved {
  const origin = /^https?:\/\/[^/?#]+/i.exec(base.url ?? '')?.[0]
  if (origin) return { url: origin + href }
  return {
    reason: `Cannot resolve the address \`${href}\` without the newsletter's own address`,
    note: 'Write the whole address (`https://…`), or set `url:` in the config.',
  }
}

function resolveRelative(href: string, base: LinkBase): Resolved {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? []
  if (!isMarkdownPath(path)) {
    const label = /^\[([^\]]*)\](?:\[\])?$/.exec(href)?.[1]
    const guess = guessAddress(href)
    if (guess?.startsWith('mailto:'))
      return {
        reason: `Unexpected address \`${href}\` of a mailbox, expected \`mailto:\` before it`,
        note: `Write \`${guess}\`.`,
      }
    return {
      reason: `Unexpected relative address \`${href}\`, expected a whole one`,
      note:
        label !== undefined
          ? `To link by a definition, write square brackets: \`[text][${label}]\`.`
          : guess
            ? `Relative addresses work on web pages, not in emails. Did you mean \`${guess}\`?`
            : 'Relative addresses work on web pages, not in emails. Write `https://…`, or the path of another issue: `2024-11-28-sora.md`.',
    }
  }
  const target = posix.normalize(posix.join(posix.dirname(base.issuePath), decodePath(path)))
  const slug = base.slugOf?.(target)
  if (slug === undefined)
    return {
      reason: `Cannot find the issue \`${path}\``,
      note: describeZolaPath(path, base) ?? `Looked for \`${target}\` in the newsletter's folder.`,
    }
  if (!base.url)
    return {
      reason: `Cannot link to the issue \`${path}\` without the newsletter's own address`,
      note: 'Set `url:` in the config to where the web archive lives.',
    }
  return { url: resolveIssueUrl(base.url, slug) + rest }
}

/** Zola's internal links begin with `@/`, for its folder of contents (getzola.org, "Internal links"). */
function describeZolaPath(path: string, { issuePath, slugOf }: LinkBase): string | undefined {
  if (!path.startsWith('@/')) return undefined
  const folder = posix.dirname(issuePath)
  const inner = decodePath(path.slice('@/'.length))
  const found = [
    posix.join(folder, inner),
    posix.normalize(inner),
    posix.join(folder, posix.basename(inner)),
  ].find((each) => slugOf?.(each) !== undefined)
  const advice =
    found === undefined ? 'a path that begins beside this file' : `\`${posix.relative(folder, found)}\``
  return `\`@/\` is Zola's name for its folder of contents, and means nothing here. Write ${advice}.`
}
