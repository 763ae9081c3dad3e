/** What the user writes in `issue.config.*`; every key is optional. */

import type { Pluggable } from 'unified'
import type { CheckSetting, CustomBlock, ListSettings, SmtpSettings, SponsorList, Utm } from '../settings.ts'
import type { TargetDefinition } from '../targets/target.ts'
import type { Address, Direction } from '../types.ts'

export interface Config {
  /** The newsletter's name. */
  name?: string
  description?: string
  /** Where the web archive will live: an http(s) address. */
  url?: string
  /** The sender: `Ada <ada@example.com>`, or its parts. */
  from?: string | Address
  /** The sender's postal address, which laws on commercial email ask for; may have several lines. */
  postalAddress?: string
  /** The ESP that the email is built for, or several; `generic` when not given. */
  target?: string | string[]
  /**
   * Targets of one's own by their names (`defineTarget`), which replace a shipped one of the same name; only
   * a config in JavaScript or TypeScript can have them.
   */
  targets?: Record<string, TargetDefinition>
  /** The template of issues that name none; `default` when not given. */
  template?: string
  /** A BCP 47 language tag; `en` when not given. */
  lang?: string
  dir?: Direction
  /** Design tokens that override the template's `theme.yml`. */
  theme?: Record<string, string | number>
  /** Where the images are served from; without it their addresses stay relative to the email. */
  assets?: { baseUrl?: string }
  /** Campaign parameters that are added to links; to those of sponsors only where they ask for them. */
  utm?: Utm
  /**
   * Where a vote goes: an address pattern with `{issue} {poll} {option} {index} {subscriber}`, pages that are written
   * beside the emails (`pages`; their button posts to `endpoint`, if there is one), or a mailbox.
   */
  polls?: { url?: string; mailto?: string; pages?: boolean; endpoint?: string }
  /** The disclosure label of sponsors that have none of their own. */
  disclosure?: string
  /** Records that `sponsor: key` and `:::sponsor{#key}` stand for; they may stand in `sponsors.yml` beside it, too. `max` is how many an issue may have. */
  sponsors?: SponsorList
  /** The headers that name the list and the way out of it, in `email.eml` and in test sends. */
  list?: ListSettings
  /** The server that `issue send` uses. Its password stands in the environment: `ISSUE_SMTP_PASSWORD`. */
  smtp?: SmtpSettings
  /**
   * Blocks with behaviour by their names (`defineBlock`); only a config in JavaScript or TypeScript can have them. A block
   * without behaviour needs none: its template `templates/<template>/blocks/<name>.html` is all.
   */
  blocks?: Record<string, CustomBlock>
  /**
   * Checks by their names: a level, `[level, { option: value }]`, or in a config in JavaScript or TypeScript a check of
   * one's own (`defineCheck`), which under the name of a shipped one stands in its stead.
   */
  checks?: Record<string, CheckSetting>
  /** The mail clients that the email is for, by caniemail.com's names: `gmail`, or one platform of it, `gmail.ios`. */
  clients?: string[]
  /** Plugins of the Markdown pipeline; only a config in JavaScript or TypeScript can have them. */
  markdown?: { remarkPlugins?: Pluggable[]; rehypePlugins?: Pluggable[] }
}
