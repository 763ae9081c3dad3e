/** The form of `issue.config.*`, as users write it; every key is optional. */

import type { Pluggable } from 'unified'
import type {
  CheckSetting,
  CustomBlock,
  ListSettings,
  Schedule,
  SmtpSettings,
  SponsorList,
  Utm,
} from '../settings.ts'
import type { TargetDefinition } from '../targets/target.ts'
import type { Address, Direction } from '../types.ts'

export interface Config {
  /** The newsletter's name. */
  name?: string
  description?: string
  /** Where the web archive will be: an http(s) address. */
  url?: string
  /** The sender: `Ada <ada@example.com>`, or its parts. */
  from?: string | Address
  /** The sender's postal address, which laws on commercial email require; may have several lines. */
  postalAddress?: string
  /** Where people subscribe: an http(s) address, for those who got the email from someone else. */
  subscribe?: string
  /** Where else the newsletter can be found: http(s) addresses, each alone or with a name. */
  social?: (string | { name: string; url: string })[]
  /** The ESP that the email is built for, or several; `generic` by default. */
  target?: string | string[]
  /**
   * Custom targets by their names (`defineTarget`); each replaces a shipped target of the same name. Only a config in
   * JavaScript or TypeScript can have them.
   */
  targets?: Record<string, TargetDefinition>
  /** The template of issues that name none; `default` by default. */
  template?: string
  /** A BCP 47 language tag; `en` by default. */
  lang?: string
  dir?: Direction
  /** Design tokens that override the template's `theme.yml`. */
  theme?: Record<string, string | number>
  /** The address that images are served from; without it their addresses are relative to the email. */
  assets?: { baseUrl?: string }
  /** Campaign parameters that are added to links; to a sponsor's links only when it has `utm: true`. */
  utm?: Utm
  /**
   * Where a vote goes: an address pattern with `{issue} {poll} {option} {index} {subscriber}`, pages that are written
   * beside the emails (`pages`; their button posts to `endpoint`, if there is one), or a mailbox.
   */
  polls?: { url?: string; mailto?: string; pages?: boolean; endpoint?: string }
  /** When issues are sent: for `issue new`, the check `date-schedule` and `merge:next_issue`. */
  schedule?: Schedule
  /** The disclosure label of sponsors that have no `label`. */
  disclosure?: string
  /**
   * The sponsors that `sponsor: key` and `:::sponsor{#key}` refer to; `sponsors.yml` beside the config may have more.
   * `max` is how many an issue may have.
   */
  sponsors?: SponsorList
  /** The headers that name the list and how to unsubscribe from it, in `email.eml` and in test sends. */
  list?: ListSettings
  /**
   * `fields` are the fields of your own at the provider, such as `city`: their tags are known, and those of all others are
   * reported (`merge-tag`).
   */
  merge?: { fields?: string[] }
  /** The server that `issue send` uses. Its password is read from the environment: `ISSUE_SMTP_PASSWORD`. */
  smtp?: SmtpSettings
  /** Your own addresses, ten at most, to which the preview sends tests. */
  test?: string | string[]
  /**
   * Blocks with behaviour by their names (`defineBlock`); only a config in JavaScript or TypeScript can have them. A block
   * without behaviour needs no entry, only its template: `templates/<template>/blocks/<name>.html`.
   */
  blocks?: Record<string, CustomBlock>
  /**
   * Checks by their names: a level, `[level, { option: value }]`, or in a config in JavaScript or TypeScript a custom
   * check (`defineCheck`), which replaces a shipped check of the same name.
   */
  checks?: Record<string, CheckSetting>
  /** The mail clients that the email is for, by caniemail.com's names: `gmail`, or one platform of it, `gmail.ios`. */
  clients?: string[]
  /**
   * Plugins for the Markdown pipeline, which only a config in JavaScript or TypeScript can have. `definitions` is the file of
   * shared definitions, or several, relative to the config; `definitions.md` beside it by default.
   */
  markdown?: { remarkPlugins?: Pluggable[]; rehypePlugins?: Pluggable[]; definitions?: string | string[] }
}
