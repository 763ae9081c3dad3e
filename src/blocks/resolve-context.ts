import type { Nodes } from 'mdast'
import type { Node, Position } from 'unist'
import { findIncludedFile } from '../diagnostics/included-files.ts'
import { reportFinding } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { plainWords } from '../polls/plain-words.ts'
import type { Settings } from '../settings.ts'
import type { Strings } from '../theme/theme.ts'
import type { Directive, Matter, Picture } from '../types.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import type { BlockContext } from './block-context.ts'
import { attributePlace, openingLine } from './opening-line.ts'

/** The place of a message about a block: an attribute by its name, a node of the block, or a place; the opening line by default. */
export type BlockPlace = string | Node | Position | undefined

export interface BlockReport {
  at?: BlockPlace
  /** Why it is wrong, and what to do. */
  note?: string
  /** `error` by default, which blocks the issue from being written. */
  severity?: Severity
  /** Distinguishes the rules of one block: `date` is the rule `rsvp-date`, where `rsvp` is the block's name. */
  aspect?: string
}

/** The second parameter of a block's `resolve`. Nothing here accesses the disk or the network. */
export interface BlockResolveContext {
  /** The issue's front matter with its defaults. */
  matter: Matter
  settings: Settings
  /** The template's wording in the issue's language: `advertisement`, `view_online`, … */
  strings: Strings
  /** Puts a message on the issue: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``. */
  report(reason: string, options?: BlockReport): void
  /**
   * Resolves an address to one that readers can follow: `/path` and the paths of other issues become absolute addresses.
   * @returns `null` when it cannot be resolved, which is reported
   */
  resolveAddress(address: string, at?: BlockPlace): string | null
  /**
   * Reads a picture, with its size in CSS pixels; it is copied beside the email if the email shows it.
   * @param path an address, or a path relative to the issue's file
   * @returns `null` when it cannot be read, which is reported
   */
  readImage(path: string, at?: BlockPlace): Picture | null
  /** The words of a label, a body or an item, on one line, without markup. */
  formatWords(nodes: readonly Nodes[]): string
  /** Puts merge tags back into a text. */
  restore(text: string): string
  /** Protects a text that looks like a merge tag of the provider, so that it is sent as it is. */
  literal(text: string): string
}

/** Creates the context of `resolve` for one directive. */
export function createResolveContext(node: Directive, context: BlockContext): BlockResolveContext {
  const { file, source, matter, settings, strings, tags, links, imageStore } = context
  const included = findIncludedFile(file, node.position?.start.offset)?.path
  const reportHere = (reason: string, { at, note, severity, aspect }: BlockReport = {}): void => {
    const ruleId = aspect === undefined ? node.name : `${node.name}-${aspect}`
    const place = resolvePlace(at, node, source)
    reportFinding(file, reason, { ruleId, place, note, severity, isConfigurable: true })
  }
  return {
    matter,
    settings,
    strings,
    report: reportHere,
    resolveAddress(address, at) {
      const resolved = resolveLink(address, included ? { ...links, issuePath: included } : links)
      if ('url' in resolved) return resolved.url
      reportHere(resolved.reason, { at, note: resolved.note })
      return null
    },
    readImage(path, at) {
      const stored = imageStore.resolve(path, included ? { file: included } : 'issue')
      if ('picture' in stored) return stored.picture
      reportHere(stored.reason, { at, note: stored.note })
      return null
    },
    formatWords: (nodes) => nodes.map(plainWords).join(' ').replace(/\s+/g, ' ').trim(),
    restore: (text) => tags.restore(text),
    literal: (text) => tags.protectLiterals(text),
  }
}

function resolvePlace(at: BlockPlace, node: Directive, source: string): Position {
  if (typeof at === 'string') return attributePlace(node, at, source)
  const position = at && 'type' in at ? at.position : at
  return position ?? openingLine(node, source)
}
