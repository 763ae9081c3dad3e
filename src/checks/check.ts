/**
 * The contract between a check and the runner: a check reports a reason and a place, and the runner adds rule, severity,
 * note and link.
 */
import type { Element, Root as HastRoot } from 'hast'
import type { Root as MdastRoot, Nodes } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { CheckLevel, CheckOptions, Settings } from '../settings.ts'
import type { Theme } from '../theme/theme.ts'
import type { Email, ImageCopy, Matter, Picture } from '../types.ts'

/** A place in a file: where a finding points. */
export interface Origin {
  file: VFile
  position?: Position | undefined
}

/** What a finding can point at: a node of the Markdown, an element of the HTML, a place, or nothing. */
export type At = Nodes | Element | Origin | Position | undefined

/** What a check reports of one finding besides the reason. */
export interface Finding {
  at?: At
  /** Why it matters here, and what to type instead; the check's own note by default. */
  note?: string
  /**
   * Names a cause that is reported once per issue: of the findings with the same cause the first becomes the message, which
   * lists the lines of the others.
   */
  cause?: string
  /** Overrides the check's level, for a check with two thresholds. A check that the config sets to `warning` only warns. */
  level?: 'error' | 'warning'
}

/** Reports a finding: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``. */
export type Report = (reason: string, finding?: Finding) => void

/**
 * Everything that a check can read; the functions of `issuepress/readers` extract more from it. Texts in `tree` and
 * `document` contain merge tags as private-use characters.
 */
export interface CheckContext {
  file: VFile
  /** Front matter with its defaults; merge tags are tokens. */
  matter: Matter
  /** The Markdown with its blocks validated: `node.data.block` is set. */
  tree: MdastRoot
  /** The email as it is sent, with its merge tags as they were written. */
  email: Pick<Email, 'subject' | 'preheader' | 'html' | 'text'>
  /** The finished HTML as a tree; `originOf` returns where an element was written. */
  document: HastRoot
  images: ImageCopy[]
  settings: Settings
  theme: Theme
  /** The masthead's sponsor. */
  masthead: { name: string; url: string; logo: Picture | null } | null
  /** The place of a front matter entry; the first line when there is no such entry. */
  entry(key: string): Position
  /** The place in the Markdown or the template where an element of `document` was written. */
  originOf(element: Element): Origin
  /** Replaces the tokens in a text of `tree` or `document` by their merge tags. */
  restore(text: string): string
}

/** A check. Its entry in the config, the rule of its messages and its documentation have its name. */
export interface Check<Options extends CheckOptions = CheckOptions> {
  /** `noun-aspect`: the file, the ruleId, the config's key, the test folder and the anchor in docs/checks.md. */
  name: string
  /** One line for the list of checks: what is true of an issue that passes. */
  summary: string
  /** Why it matters and what to type instead, with the source of its numbers. The note of every finding without its own. */
  note: string
  level: CheckLevel
  /** The options that the config can set, with their defaults. */
  options?: Options
  /**
   * Validates one email. Must not be asynchronous. If it throws, the error is reported on the issue.
   * @param options the check's defaults, overridden by the config's
   */
  run(context: CheckContext, report: Report, options: Options): void
}

/**
 * Types a check, shipped or custom: `checks: { 'title-question': defineCheck({ name: 'title-question', … }) }`.
 * @param check the check, which is returned as it is
 */
export function defineCheck<Options extends CheckOptions>(check: Check<Options>): Check<Options> {
  return check
}
