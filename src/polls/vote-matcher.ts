import { voteOption, voteTag } from '../private-use.ts'
import { thanksFolder, voteFolder } from '../urls/vote-page.ts'
import { encodeStrictly } from '../urls/vote-pattern.ts'
import type { CountedPoll } from './ballot.ts'

/** What an address says of a vote. */
export interface Match {
  /** The option's id; of an option that the poll does not have, what stands for it in the address. */
  option: string
  isKnown: boolean
  /** An address of that form is answered whatever option it names, so that an unknown one may be anybody's joke. */
  isOpenEnded?: boolean
  /** The subscriber's id, where the address has one. */
  voter?: string | undefined
  /** The option has a page that asks to confirm, and this is not the one behind its button. */
  isOpened: boolean
}

interface Pattern {
  option: string
  host: string
  path: RegExp
  /** Parameters with the value that they must have, or nothing where a merge tag stood. */
  query: [string, string | undefined][]
  hasPage: boolean
}

export interface MatcherOptions {
  /** Finds the native merge tags of the target. */
  tags: RegExp
  /** The newsletter's own address, where its options lead to pages; without a slash at the end. */
  pages?: string | undefined
  /** The pattern that the options' addresses are made of, where it is known. */
  pattern?: string | undefined
}

/**
 * What tells the addresses of a poll's votes from all others.
 * @returns of an address, or of the path that a log has of it, which option it is for; nothing when it is no vote
 */
export function createVoteMatcher(
  poll: CountedPoll,
  { tags, pages, pattern }: MatcherOptions,
): (address: string) => Match | undefined {
  const folder = pages && `${pages}/${[voteFolder, poll.issue, poll.id].map(encodeStrictly).join('/')}/`
  const patterns = poll.options.flatMap(({ id, url }) => {
    const isWeb = url !== null && /^https?:/i.test(url)
    return isWeb ? [toPattern(id, url, tags, folder !== undefined && url.startsWith(folder))] : []
  })
  const stray = folder === undefined ? undefined : toStray(folder)
  const open = pattern === undefined ? undefined : toOpenPattern(pattern, poll, tags)
  return (address) => {
    const { host, path, query } = split(address)
    for (const { option, hasPage, ...pattern } of patterns) {
      if (host !== '' && host !== pattern.host) continue
      const inPath = pattern.path.exec(path)
      if (!inPath || !pattern.query.every(([name, value]) => holds(query, name, value))) continue
      const name = pattern.query.find(([, value]) => value === undefined)?.[0]
      const voter = toFilled(name === undefined ? inPath.groups?.voter : query.get(name), tags)
      return {
        option,
        isKnown: true,
        isOpened: hasPage && inPath.groups?.thanks === undefined,
        ...(voter && { voter }),
      }
    }
    const other = stray?.exec(path)?.[1]
    if (other !== undefined) return { option: toPrintable(other), isKnown: false, isOpened: false }
    const named = open?.({ host, path, query })
    return named
      ? { option: toPrintable(named), isKnown: false, isOpened: false, isOpenEnded: true }
      : undefined
  }
}

/** A tag that nobody filled in is the same for all who vote. */
function toFilled(voter: string | null | undefined, tags: RegExp): string | undefined {
  return voter && voter.replace(tags, '') !== '' ? voter : undefined
}

/** Which options cannot be told apart by their addresses. */
export function findConflicts({ options }: CountedPoll): [string, string] | undefined {
  for (const [index, { id, url }] of options.entries()) {
    const twin = options.slice(0, index).find((other) => url !== null && other.url === url)
    if (twin) return [twin.id, id]
  }
  return undefined
}

function toPattern(option: string, url: string, tags: RegExp, hasPage: boolean): Pattern {
  // A private-use letter stands for a tag, whatever characters the tag is made of.
  const { host, path, query } = split(url.replace(tags, voteTag))
  const source = toSource(path).replace(voteTag, '(?<voter>[^/]+)').replaceAll(voteTag, '[^/]+')
  const end = hasPage ? `(?<thanks>/${thanksFolder})?` : ''
  return {
    option,
    host,
    path: new RegExp(`^${source}${end}$`),
    query: [...query].map(([name, value]) => [name, value.includes(voteTag) ? undefined : value]),
    hasPage,
  }
}

function toStray(folder: string): RegExp {
  return new RegExp(`^${toSource(split(folder).path)}/([^/]+)/${thanksFolder}$`)
}

/** What tells the option that an address of a pattern names; nothing for a pattern that other polls share. */
function toOpenPattern(pattern: string, { issue, id }: CountedPoll, tags: RegExp) {
  if (!pattern.includes('{issue}') || !pattern.includes('{poll}')) return undefined
  const asked = pattern.includes('{option}') ? '{option}' : '{index}'
  const filled = pattern
    .replaceAll('{issue}', encodeStrictly(issue))
    .replaceAll('{poll}', encodeStrictly(id))
    .replace(asked, voteOption)
    .replace(/\{(?:option|index|subscriber)\}/g, voteTag)
    .replace(tags, voteTag)
  const { path, query, host } = split(filled)
  const source = toSource(path).replace(voteOption, '(?<option>[^/]+)').replaceAll(voteTag, '[^/]+')
  const whole = new RegExp(`^${source}$`)
  const name = [...query].find(([, value]) => value.includes(voteOption))?.[0]
  const fixed = [...query].filter(([, value]) => !value.includes(voteTag) && !value.includes(voteOption))
  return (address: ReturnType<typeof split>): string | undefined => {
    if (address.host !== '' && address.host !== host) return undefined
    const inPath = whole.exec(address.path)
    if (!inPath || !fixed.every(([key, value]) => holds(address.query, key, value))) return undefined
    return (name === undefined ? inPath.groups?.option : address.query.get(name)) || undefined
  }
}

/** What anybody may have asked for is shown on a terminal. */
function toPrintable(text: string): string {
  return text.replace(/\p{C}/gu, '·')
}

function holds(query: URLSearchParams, name: string, value: string | undefined): boolean {
  return value === undefined || query.getAll(name).includes(value)
}

/** An address in its parts, its path decoded and without what servers add or leave out at its end. */
function split(address: string): { host: string; path: string; query: URLSearchParams } {
  const [, host = '', path = '', query = ''] =
    /^(?:https?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? []
  const plain = decode(path)
    .replace(/\/index\.html?$/, '/')
    .replace(/\/+$/, '')
  return { host: host.toLowerCase(), path: plain, query: new URLSearchParams(query) }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function toSource(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
