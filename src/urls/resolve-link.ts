import { posix } from 'node:path'
import { startsWithToken } from '../private-use.ts'
import { decodePath } from './decode-path.ts'
import { encodeHost } from './encode-host.ts'

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
}

/** A resolved URL, or the reason and note of a message. */
export type Resolved = { url: string } | { reason: string; note: string }

/** The schemes that mail clients open. */
const schemes = ['http', 'https', 'mailto', 'tel', 'sms']

/**
 * Resolves a link as the author wrote it to a URL that works in an email: absolute URLs and merge tags are unchanged,
 * `/path` is resolved against the newsletter's own address, and a link to another issue's `.md` becomes its web address.
 */
export function resolveLink(href: string, base: LinkBase): Resolved {
  if (href === '' || href.startsWith('#') || startsWithToken(href)) return { url: href }
  if (href.startsWith('//')) return { url: encodeHost(`https:${href}`) }
  if (href.startsWith('/')) return resolveRootRelative(href, base)
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase()
  if (scheme === undefined) return resolveRelative(href, base)
  if (scheme === 'merge' && base.nameUrl) return base.nameUrl(href.slice('merge:'.length).trim())
  // In plaintext a space would end the URL.
  if (schemes.includes(scheme)) return { url: encodeHost(href.trim().replaceAll(' ', '%20')) }
  return {
    reason: `Unexpected scheme \`${scheme}:\` in a link, expected \`https:\`, \`mailto:\`, \`tel:\` or \`sms:\``,
    note: 'Mail clients open no other kind of address.',
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
  if (!path.endsWith('.md')) {
    const looksLikeHost =
      /^[\w-]+(\.[\w-]+)+(\/|$)/.test(path) && !/\.(?:html?|php|pdf|png|jpe?g|gif|txt)$/i.test(path)
    return {
      reason: `Unexpected relative address \`${href}\`, expected a whole one`,
      note: /^\[.*\]$/.test(href)
        ? `To link by a definition, write square brackets: \`[text]${href}\`.`
        : looksLikeHost
          ? `Relative addresses work on web pages, not in emails. Did you mean \`https://${href}\`?`
          : 'Relative addresses work on web pages, not in emails. Write `https://…`, or the path of another issue: `2024-11-28-sora.md`.',
    }
  }
  const target = posix.normalize(posix.join(posix.dirname(base.issuePath), decodePath(path)))
  const slug = base.slugOf?.(target)
  if (slug === undefined)
    return {
      reason: `Cannot find the issue \`${path}\``,
      note: `Looked for \`${target}\` in the newsletter's folder.`,
    }
  if (!base.url)
    return {
      reason: `Cannot link to the issue \`${path}\` without the newsletter's own address`,
      note: 'Set `url:` in the config to where the web archive lives.',
    }
  return { url: resolveIssueUrl(base.url, slug) + rest }
}
