import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import { createForms, resolveTag, type WrittenTag } from '../targets/resolve-tag.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type MergeName, type TagContext, type UrlName, urlNames } from '../targets/target.ts'
import type { Matter } from '../types.ts'
import { type Resolved, resolveIssueUrl } from '../urls/resolve-link.ts'
import {
  explainElement,
  explainLack,
  explainNoLink,
  explainText,
  explainUnknown,
  isMergeName,
} from './merge-name-messages.ts'

/** What the neutral names (`merge:first_name`) stand for in one issue, built for one target. */
export interface MergeNames {
  /**
   * What stands where a name is to be read: the target's tag as a token, or what the newsletter knows itself.
   * @param words the fallback; `''` for none
   * @param at where it was written, and what for: mistakes are told there
   * @returns nothing for a name that the target lacks
   */
  toText(name: string, words: string, at: MergePlace): string | undefined
  /** The address that a name stands for; a name for a text is none. */
  toUrl(name: string): Resolved
  /** The element that stands around a link's words in HTML, and what stands for its address in plaintext. */
  toElement(name: string): { element: string; open: string; close: string; text: string } | undefined
  /** The same as `renderText` without a word of complaint: what templates print. */
  peek(name: MergeName, words: string): string | undefined
}

export interface MergePlace {
  place?: Position | undefined
  /** The contexts that the text will stand in. */
  contexts: readonly TagContext[]
  /** Where no link can be, a name for an address is a mistake. */
  textOnly?: boolean
}

export interface MergeOptions {
  file: VFile
  tags: TagStore
  settings: Settings
  /** Without what only the Markdown tells. */
  matter: Matter
  /** For the web copy, which nobody replaces tags in. */
  web: boolean
}

/** What the neutral names stand for. Mistakes are told on the issue's file. */
export function createMergeNames(options: MergeOptions): MergeNames {
  const { file, tags, settings, web } = options
  const target = resolveTarget(settings, settings.target)
  const known = toKnown(options)
  if (!target) throw new Error(`There is no target ${settings.target}`)

  const toOwn = (name: MergeName): string | undefined =>
    web || target.names[name]?.spare || !target.names[name] ? known[name] : undefined
  const createNameToken = (name: MergeName, written: WrittenTag, words: string): string =>
    tags.createToken(createForms(written, `merge:${name}`, known[name] ?? words))
  const peek = (name: MergeName, words: string): string | undefined => {
    const own = toOwn(name)
    if (own !== undefined || web) return own ?? words
    const written = resolveTag(target, name, words)
    return written && createNameToken(name, written, words)
  }

  return {
    peek,
    toText(name, words, at) {
      const say = toSay(file, at.place)
      if (!isMergeName(name)) return void say(...explainUnknown(name))
      if (at.textOnly && isUrlName(name)) return void say(...explainNoLink(name))
      const text = peek(name, words)
      if (text === undefined) return void say(...explainLack(name, settings))
      if (!web && toOwn(name) === undefined) tellOfTag(name, words, at, options)
      // A gap that the web copy mends the spaces of.
      return text === '' ? tags.createToken(createForms(nowhere, `merge:${name}`)) : text
    },
    toUrl(name) {
      if (!isMergeName(name)) return toProblem(explainUnknown(name))
      if (!isUrlName(name)) return toProblem(explainText(name))
      const own = toOwn(name)
      if (own !== undefined) return { url: own }
      if (web) return { url: tags.createToken(createForms(nowhere, `merge:${name}`)) }
      const written = resolveTag(target, name)
      if (!written) return toProblem(explainLack(name, settings))
      const { element } = target.names[name] ?? {}
      if (written.bytes.url === null) return toProblem(explainElement(name, element ?? '', target.title))
      return { url: createNameToken(name, written, '') }
    },
    toElement(name) {
      if (web || !isUrlName(name)) return undefined
      const element = target.names[name]?.element
      if (element === undefined) return undefined
      const written = resolveTag(target, name)
      return written && { element, ...toMarks(element, tags), text: createNameToken(name, written, '') }
    },
  }
}

/** A link on a tag, in the web copy: it leads nowhere, and will disappear. */
const nowhere: WrittenTag = {
  bytes: { text: '', attribute: '', url: '', plaintext: '', subject: '' },
  lost: [],
}

/** What the newsletter knows without a provider. */
function toKnown({ settings, matter, tags }: MergeOptions): Partial<Record<MergeName, string | undefined>> {
  const { url, name, postalAddress } = settings
  return {
    web_url: url && tags.protect(resolveIssueUrl(url, matter.slug)),
    postal_address: postalAddress && tags.protect(postalAddress.trim().replace(/\s*\n\s*/g, ', ')),
    list_name: name ? tags.protect(name) : undefined,
    current_year: matter.date?.slice(0, 4),
  }
}

/** In HTML the element's tags stand around the words; in plaintext nothing does. */
function toMarks(element: string, tags: TagStore): { open: string; close: string } {
  const toMark = (tag: string) => tags.createToken({ ...createForms(nowhere, tag), text: tag, seen: tag })
  return { open: toMark(`<${element}>`), close: toMark(`</${element}>`) }
}

function isUrlName(name: string): name is UrlName {
  return (urlNames as readonly string[]).includes(name)
}

type Say = (
  reason: string,
  note: string,
  severity?: Severity,
  ruleId?: 'merge-name' | 'merge-fallback' | 'merge-unverified',
) => void

function toSay(file: VFile, place: Position | undefined): Say {
  return (reason, note, severity = 'error', ruleId = 'merge-name') => {
    report(file, reason, { ruleId, place, note, severity })
  }
}

function toProblem([reason, note]: [string, string]): Resolved {
  return { reason, note }
}

/** Where, when it is not everywhere: ` in the plaintext`. */
function toWhere(lost: readonly TagContext[], contexts: readonly TagContext[]): string {
  if (lost.length === contexts.length) return ''
  const media = lost.map((each) => ({ plaintext: 'plaintext', subject: 'subject' })[String(each)] ?? 'HTML')
  return ` in the ${[...new Set(media)].join(' and the ')}`
}

/** What a tag cannot do, and what nobody knows of it. */
function tellOfTag(
  name: MergeName,
  words: string,
  { place, contexts }: MergePlace,
  options: MergeOptions,
): void {
  const { file, settings } = options
  const say = toSay(file, place)
  const target = resolveTarget(settings, settings.target)
  const tag = target?.names[name]
  if (!target || !tag) return
  const written = resolveTag(target, name, words)
  // The others stand for what a provider always knows.
  const mayLack = name === 'first_name' || name === 'last_name'
  const lost = words !== '' && mayLack ? contexts.filter((each) => written?.lost.includes(each)) : []
  if (lost.length > 0)
    say(
      `Cannot write the fallback \`${words}\` of \`merge:${name}\` for the target \`${settings.target}\``,
      `${tag.fallback ? `${target.title} cannot hold these words in a fallback: remove signs such as quotes and braces from them.` : `Issuepress knows of no fallback for this tag in ${target.title}.`} Without it \`${tag.tag}\` goes out alone${toWhere(lost, contexts)}. ${tag.note ?? ''}`.trim(),
      'warning',
      'merge-fallback',
    )
  if (words === '' && tag.needsFallback)
    say(
      `Missing fallback of \`merge:${name}\` for the target \`${settings.target}\``,
      `${target.title} sends nothing to readers of whom it has no value. Write \`[friend](merge:${name})\`.`,
      'warning',
      'merge-fallback',
    )
  const doubtful = tag.proof === 'unverified' || (words !== '' && tag.fallback?.proof === 'unverified')
  if (doubtful)
    say(
      `UNVERIFIED: \`${written?.bytes.text ?? tag.tag}\` for \`merge:${name}\` in ${target.title}`,
      'No documentation was found that confirms this tag. Send yourself a test and look at it before you rely on it.',
      'info',
      'merge-unverified',
    )
}
