import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import { createForms, resolveTag, type WrittenTag } from '../targets/resolve-tag.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type MergeName, type TagContext, type Target, type UrlName, urlNames } from '../targets/target.ts'
import type { Strings } from '../theme/theme.ts'
import type { Matter } from '../types.ts'
import { type Resolved, resolveIssueUrl } from '../urls/resolve-link.ts'
import {
  explainElement,
  explainLack,
  explainNoLink,
  explainText,
  explainUnknown,
  isMergeName,
  isOwnName,
} from './merge-name-messages.ts'
import { reportTagLimits } from './report-tag-limits.ts'
import { resolveNextIssue } from './resolve-next-issue.ts'

/** What the neutral names (`merge:first_name`) stand for in one issue, built for one target. */
export interface MergeNames {
  /**
   * What is printed in place of a name: the target's tag as a token, or the value that the newsletter itself knows.
   * Mistakes are reported.
   * @param words the fallback; `''` for none
   * @param at the source place to report at, and the contexts that the text is for
   * @returns `undefined` for a name that the target lacks
   */
  resolveText(name: string, words: string, at: MergePlace): string | undefined
  /** The address that a name stands for; a name for a text has none. */
  resolveUrl(name: string): Resolved
  /** The provider's element around a link's words in HTML, and what is printed as its address in plaintext. */
  resolveElement(name: string): MergeElement | undefined
  /** The same as `resolveText` without any report, for the variables of templates. */
  findText(name: MergeName, words: string): string | undefined
  /** The next send day in the issue's language, for the variables of templates; `undefined` without a schedule or a date. */
  findNextIssue(): string | undefined
}

/** A link that a provider writes as an element of its own: `<unsubscribe>words</unsubscribe>`. */
export interface MergeElement {
  element: string
  /** The tokens of its start and end tag. */
  open: string
  close: string
  /** The token of its address, for plaintext. */
  text: string
}

/** Where a name is written. */
export interface MergePlace {
  place?: Position | undefined
  /** The contexts that the text is printed in. */
  contexts: readonly TagContext[]
  /** `true` where no link can be, so that a name for an address is a mistake. */
  textOnly?: boolean
}

export interface MergeOptions {
  file: VFile
  tags: TagStore
  settings: Settings
  /** Resolved without the Markdown. */
  matter: Matter
  /** For the web copy, in which no provider replaces tags. */
  web: boolean
  /** The wording of the issue's template in a language. */
  strings?: ((lang: string) => Strings) | undefined
}

/** What resolving one name needs. */
interface NameContext extends MergeOptions {
  target: Target
  /** The values that the newsletter knows without a provider. */
  known: Partial<Record<MergeName, string | undefined>>
}

/**
 * Creates the resolver of an issue's neutral names. Mistakes are reported on the issue's file.
 * @throws {Error} when there is no target of the settings' name
 */
export function createMergeNames(options: MergeOptions): MergeNames {
  const target = resolveTarget(options.settings, options.settings.target)
  if (!target) throw new Error(`There is no target ${options.settings.target}`)
  const context: NameContext = { ...options, target, known: resolveKnownValues(options) }
  return {
    findText: (name, words) => findText(name, words, context),
    findNextIssue: () => {
      const next = resolveNextIssue(context)
      return 'text' in next ? next.text : undefined
    },
    resolveText: (name, words, at) => resolveText(name, words, at, context),
    resolveUrl: (name) => resolveUrl(name, context),
    resolveElement: (name) => resolveElement(name, context),
  }
}

function resolveText(name: string, words: string, at: MergePlace, context: NameContext): string | undefined {
  const { file, settings, tags, web } = context
  const fail = ([reason, note]: [string, string]): undefined => {
    report(file, reason, { ruleId: 'merge-name', place: at.place, note })
  }
  if (isOwnName(name)) return resolveOwnText(words, at, context)
  if (!isMergeName(name)) return fail(explainUnknown(name))
  if (at.textOnly && isUrlName(name)) return fail(explainNoLink(name))
  const text = findText(name, words, context)
  if (text === undefined) return fail(explainLack(name, settings))
  if (!web && findOwnValue(name, context) === undefined) reportTagLimits(name, words, at, file, settings)
  // An empty token instead of no text: the web copy also tidies the spaces around it.
  return text === '' ? tags.createToken(createForms(nowhere, `merge:${name}`)) : text
}

/** Without the words of a fallback the sentence would have a hole, which is an error. */
function resolveOwnText(words: string, at: MergePlace, context: NameContext): string {
  const next = resolveNextIssue(context)
  if ('text' in next) return next.text
  report(context.file, next.reason, {
    ruleId: 'merge-name',
    place: at.place,
    severity: words === '' ? 'error' : 'warning',
    note: words === '' ? next.note.replace('Readers see the link’s words. ', '') : next.note,
  })
  return words
}

function findText(name: MergeName, words: string, context: NameContext): string | undefined {
  const own = findOwnValue(name, context)
  if (own !== undefined || context.web) return own ?? words
  const written = resolveTag(context.target, name, words)
  return written && createNameToken(name, written, words, context)
}

function resolveUrl(name: string, context: NameContext): Resolved {
  const { settings, tags, target, web } = context
  const fail = ([reason, note]: [string, string]): Resolved => ({ reason, note })
  if (isOwnName(name)) return fail(explainText(name))
  if (!isMergeName(name)) return fail(explainUnknown(name))
  if (!isUrlName(name)) return fail(explainText(name))
  const own = findOwnValue(name, context)
  if (own !== undefined) return { url: own }
  if (web) return { url: tags.createToken(createForms(nowhere, `merge:${name}`)) }
  const written = resolveTag(target, name)
  if (!written) return fail(explainLack(name, settings))
  const { element } = target.names[name] ?? {}
  if (written.bytes.url === null) return fail(explainElement(name, element ?? '', target.title))
  return { url: createNameToken(name, written, '', context) }
}

function resolveElement(name: string, context: NameContext): MergeElement | undefined {
  const { tags, target, web } = context
  if (web || !isUrlName(name)) return undefined
  const element = target.names[name]?.element
  if (element === undefined) return undefined
  const written = resolveTag(target, name)
  if (!written) return undefined
  // In plaintext nothing stands around the words.
  const createTagToken = (tag: string) =>
    tags.createToken({ ...createForms(nowhere, tag), text: tag, seen: tag })
  return {
    element,
    open: createTagToken(`<${element}>`),
    close: createTagToken(`</${element}>`),
    text: createNameToken(name, written, '', context),
  }
}

/** The newsletter's own value, where it is printed instead of the target's tag. */
function findOwnValue(name: MergeName, { target, known, web }: NameContext): string | undefined {
  const tag = target.names[name]
  return web || !tag || tag.onlyIfUnknown ? known[name] : undefined
}

function createNameToken(name: MergeName, written: WrittenTag, words: string, context: NameContext): string {
  return context.tags.createToken(createForms(written, `merge:${name}`, context.known[name] ?? words))
}

/** In the web copy a link on a tag leads nowhere, and is removed later. */
const nowhere: WrittenTag = {
  bytes: { text: '', attribute: '', url: '', plaintext: '', subject: '' },
  lost: [],
}

function resolveKnownValues({ settings, matter, tags }: MergeOptions): NameContext['known'] {
  const { url, name, postalAddress } = settings
  return {
    web_url: url && tags.protect(resolveIssueUrl(url, matter.slug)),
    postal_address: postalAddress && tags.protect(postalAddress.trim().replace(/\s*\n\s*/g, ', ')),
    list_name: name ? tags.protect(name) : undefined,
    current_year: matter.date?.slice(0, 4),
  }
}

function isUrlName(name: string): name is UrlName {
  return (urlNames as readonly string[]).includes(name)
}
