/** The contract between a check and the runner. A check says what is wrong and where; the runner stamps the rest. */
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

/** What a check says of one finding besides the reason. */
export interface Finding {
  at?: At
  /** Why it matters here, and how to mend it; the check's own note when not given. */
  note?: string
  /** Graver or milder than the check's level, for one that has two thresholds. Never makes a warning of the config an error. */
  level?: 'error' | 'warning'
}

/** Reports a finding: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``. */
export type Report = (reason: string, finding?: Finding) => void

/**
 * All that a check may look at; what `issuepress/readers` exports makes more of it. Texts in `tree` and `document` hold
 * merge tags as private-use characters.
 */
export interface CheckContext {
  file: VFile
  /** Front matter with its defaults; merge tags are tokens. */
  matter: Matter
  /** The Markdown after its blocks were validated: `node.data.block` is there. */
  tree: MdastRoot
  /** What goes out, merge tags in their place. */
  email: Pick<Email, 'subject' | 'preheader' | 'html' | 'text'>
  /** The finished HTML as a tree; `originOf` tells where an element comes from. */
  document: HastRoot
  images: ImageCopy[]
  settings: Settings
  theme: Theme
  /** The masthead's sponsor. */
  masthead: { name: string; url: string; logo: Picture | null } | null
  /** Where a front matter entry stands; the first line when it is not there. */
  entry(key: string): Position
  originOf(element: Element): Origin
  /** Puts merge tags back into a text of `tree` or `document`. */
  restore(text: string): string
}

/** A check; its config entry, its messages' rule and its documentation go by its name. */
export interface Check<Options extends CheckOptions = CheckOptions> {
  /** `noun-aspect`: the file, the ruleId, the config's key, the test folder and the anchor in docs/checks.md. */
  name: string
  /** One line for the table: what is true of an issue that the check finds nothing in. */
  summary: string
  /** Why it matters and how to mend it; the note of every finding that has none of its own. With the source of its numbers. */
  note: string
  level: CheckLevel
  /** What the config can change, with its defaults. */
  options?: Options
  /**
   * Looks at one email; must not be asynchronous. What it throws costs its findings, and is a message on the issue.
   * @param options those of the config over the check's own
   */
  run(context: CheckContext, report: Report, options: Options): void
}

/**
 * Types a check, a shipped one or a config's: `checks: { 'title-question': defineCheck({ name: 'title-question', … }) }`.
 * @param check the check, which is given back as it is
 */
export function defineCheck<Options extends CheckOptions>(check: Check<Options>): Check<Options> {
  return check
}
