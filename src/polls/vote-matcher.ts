import { voteOption, voteTag } from '../private-use.ts'
import { decodePath } from '../urls/decode-path.ts'
import { thanksFolder, voteFolder } from '../urls/vote-page.ts'
import { encodeStrictly } from '../urls/vote-pattern.ts'
import type { CountedPoll } from './ballot.ts'

/** The vote that an address stands for. */
export interface Match {
  /** The option's id; for an option that the poll does not have, the text in its place in the address. */
  option: string
  isKnown: boolean
  /** The address accepts any option, so that anybody can make up an unknown one. */
  isOpenEnded?: boolean
  /** The subscriber's id, if the address has one. */
  voter?: string | undefined
  /** The address is that of a confirmation page, not of the page behind its button, so that it is no vote yet. */
  isOpened: boolean
}

interface Pattern {
  option: string
  host: string
  path: RegExp
  /** Parameters and the value that they must have; `undefined` where the address has a merge tag. */
  query: [string, string | undefined][]
  hasPage: boolean
}

export interface MatcherOptions {
  /** Matches the native merge tags of the target. */
  tags: RegExp
  /** The newsletter's own address, without a slash at the end, if its options have confirmation pages. */
  pages?: string | undefined
  /** The config's pattern for the options' addresses, if there is one. */
  pattern?: string | undefined
}

/**
 * Creates the function that recognizes the addresses of a poll's votes.
 * @param poll the poll, with its options' addresses
 * @returns matches an address, or a path as logs contain it, to its option; `undefined` if it is no vote
 */
export function createVoteMatcher(
  poll: CountedPoll,
  { tags, pages, pattern }: MatcherOptions,
): (address: string) => Match | undefined {
  const folder = pages && `${pages}/${[voteFolder, poll.issue, poll.id].map(encodeStrictly).join('/')}/`
  const patterns = poll.options.flatMap(({ id, url }) => {
    const isWeb = url !== null && /^https?:/i.test(url)
    return isWeb ? [createPattern(id, url, tags, folder !== undefined && url.startsWith(folder))] : []
  })
  const unknown = folder === undefined ? undefined : createUnknownPattern(folder)
  const open = pattern === undefined ? undefined : createOpenMatcher(pattern, poll, tags)
  return (address) => {
    const { host, path, query } = splitAddress(address)
    for (const { option, hasPage, ...pattern } of patterns) {
      if (host !== '' && host !== pattern.host) continue
      const inPath = pattern.path.exec(path)
      if (!inPath || !pattern.query.every(([name, value]) => hasParameter(query, name, value))) continue
      const name = pattern.query.find(([, value]) => value === undefined)?.[0]
      const voter = filterUnfilled(name === undefined ? inPath.groups?.voter : query.get(name), tags)
      return {
        option,
        isKnown: true,
        isOpened: hasPage && inPath.groups?.thanks === undefined,
        ...(voter && { voter }),
      }
    }
    const other = unknown?.exec(path)?.[1]
    if (other !== undefined) return { option: maskControls(other), isKnown: false, isOpened: false }
    const option = open?.({ host, path, query })
    return option
      ? { option: maskControls(option), isKnown: false, isOpened: false, isOpenEnded: true }
      : undefined
  }
}

/** A merge tag that the provider did not fill in is the same for all voters, and so no id. */
function filterUnfilled(voter: string | null | undefined, tags: RegExp): string | undefined {
  return voter && voter.replace(tags, '') !== '' ? voter : undefined
}

/** The ids of two options with the same address, whose votes cannot be distinguished; `undefined` if there are none. */
export function findConflicts({ options }: CountedPoll): [string, string] | undefined {
  for (const [index, { id, url }] of options.entries()) {
    const earlier = options.slice(0, index).find((other) => url !== null && other.url === url)
    if (earlier) return [earlier.id, id]
  }
  return undefined
}

function createPattern(option: string, url: string, tags: RegExp, hasPage: boolean): Pattern {
  // Each tag is replaced by a private-use character, since it may consist of any characters.
  const { host, path, query } = splitAddress(url.replace(tags, voteTag))
  const source = escapeRegExp(path).replace(voteTag, '(?<voter>[^/]+)').replaceAll(voteTag, '[^/]+')
  const end = hasPage ? `(?<thanks>/${thanksFolder})?` : ''
  return {
    option,
    host,
    path: new RegExp(`^${source}${end}$`),
    query: [...query].map(([name, value]) => [name, value.includes(voteTag) ? undefined : value]),
    hasPage,
  }
}

function createUnknownPattern(folder: string): RegExp {
  return new RegExp(`^${escapeRegExp(splitAddress(folder).path)}/([^/]+)/${thanksFolder}$`)
}

/**
 * Creates the function that extracts the option from an address of the config's pattern; `undefined` if the pattern does
 * not name the issue and the poll, so that other polls share it.
 */
function createOpenMatcher(pattern: string, { issue, id }: CountedPoll, tags: RegExp) {
  if (!pattern.includes('{issue}') || !pattern.includes('{poll}')) return undefined
  const placeholder = pattern.includes('{option}') ? '{option}' : '{index}'
  const filled = pattern
    .replaceAll('{issue}', encodeStrictly(issue))
    .replaceAll('{poll}', encodeStrictly(id))
    .replace(placeholder, voteOption)
    .replace(/\{(?:option|index|subscriber)\}/g, voteTag)
    .replace(tags, voteTag)
  const { path, query, host } = splitAddress(filled)
  const source = escapeRegExp(path).replace(voteOption, '(?<option>[^/]+)').replaceAll(voteTag, '[^/]+')
  const whole = new RegExp(`^${source}$`)
  const name = [...query].find(([, value]) => value.includes(voteOption))?.[0]
  const fixed = [...query].filter(([, value]) => !value.includes(voteTag) && !value.includes(voteOption))
  return (address: ReturnType<typeof splitAddress>): string | undefined => {
    if (address.host !== '' && address.host !== host) return undefined
    const inPath = whole.exec(address.path)
    if (!inPath || !fixed.every(([key, value]) => hasParameter(address.query, key, value))) return undefined
    return (name === undefined ? inPath.groups?.option : address.query.get(name)) || undefined
  }
}

/** Masks control characters: anybody can request any address, and this text is shown on a terminal. */
function maskControls(text: string): string {
  return text.replace(/\p{C}/gu, '·')
}

function hasParameter(query: URLSearchParams, name: string, value: string | undefined): boolean {
  return value === undefined || query.getAll(name).includes(value)
}

/** Splits an address. The path is decoded, without the `index.html` or slash at its end that servers add or remove. */
function splitAddress(address: string): { host: string; path: string; query: URLSearchParams } {
  const [, host = '', path = '', query = ''] =
    /^(?:https?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? []
  const plain = decodePath(path)
    .replace(/\/index\.html?$/, '/')
    .replace(/\/+$/, '')
  return { host: host.toLowerCase(), path: plain, query: new URLSearchParams(query) }
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
