/** The settings of a newsletter: its config with every default filled in, without source places and paths on disk. */

import type { Pluggable } from 'unified'
import type { Address, BlockSpecInput, Direction } from './types.ts'

/** A sponsor's record in the config; every field can also be given on the block. */
export interface Sponsor {
  name: string
  url: string
  /** An image path relative to the newsletter's root, or an address. */
  logo?: string
  /** The same for dark mode, for mail clients that can show another image there. */
  'logo-dark'?: string
  /** The text of the button. */
  cta?: string
  /** The disclosure label for this sponsor. */
  label?: string
  /** Add the config's UTM parameters to this sponsor's links. */
  utm?: boolean
  /** The first day of its booking, `2024-11-28`; a placement in an earlier issue is reported. */
  from?: string
  /** The last day of its booking. */
  until?: string
  /** The slugs of the issues that it has booked; a placement in any other is reported. */
  issues?: string[]
}

/** Sponsors by their keys, and how many of them an issue may have at most: the option of `sponsor-count`. */
export type SponsorList = { [key: string]: Sponsor | number | undefined; max?: number }

export interface Utm {
  source: string
  medium: string
  /** The issue's slug when not given. */
  campaign?: string
  /** Hosts whose links stay as they are, those below them included. */
  exclude?: string[]
}

/** The value of `list.unsubscribe.url` that is replaced by the target's own tag. */
export const neutralUnsubscribe = 'merge:unsubscribe_url'

/** When issues are sent. */
export interface Schedule {
  /** A form of `parseRecurrence`, or several: `tuesday`, `other tuesday`, `first tuesday`, `15th`, `last day`. */
  every: string | string[]
  /** The time of day, `09:12`. */
  at?: string
  /** The IANA name of the time zone of `at` and of days: `Europe/Berlin`. */
  timezone?: string
  /** The first day of the schedule, `2025-01-07`: earlier issues may have any date, and `other` counts from its week. */
  from?: string
}

/** The headers by which an email names its mailing list and the way to unsubscribe. */
export interface ListSettings {
  /** The `List-Id`: a host's name that stays the same for the newsletter's whole life (RFC 2919). */
  id?: string
  /** The `List-Unsubscribe` header; when not given, the provider that sends the email adds its own. */
  unsubscribe?: {
    /** An https address, with merge tags that identify the subscriber, or `neutralUnsubscribe`. */
    url?: string
    mailto?: string
    /** Whether a POST request to the address unsubscribes without any further step (RFC 8058). */
    oneClick?: boolean
  }
}

/** The server that test sends go through. Its password is never here. */
export interface SmtpSettings {
  host: string
  /** When not given: 465 with `tls`, else 587. */
  port?: number
  /** `starttls` when not given; `none` sends unencrypted, for a server on the same machine. */
  secure?: SmtpSecurity
  user?: string
}

export type SmtpSecurity = 'starttls' | 'tls' | 'none'

export type CheckLevel = 'error' | 'warning' | 'off'

/** A check's options: plain values with defaults, so that a config can be validated against them. */
export type CheckOptions = Record<string, number | string | boolean | string[]>

/** The config's entry for one check: a level, a level with options, or a custom check (`defineCheck`). */
export type CheckSetting = CheckLevel | [CheckLevel, CheckOptions] | CustomCheck

/** A check of the config. The settings declare only this part of `Check`, so that they import no checks. */
export interface CustomCheck {
  run: (...input: never[]) => void
}

/** A block of the config. The settings declare only this part of `BlockDefinition`. */
export interface CustomBlock {
  name: string
  spec?: BlockSpecInput
  resolve: (...input: never[]) => object | undefined
}

/** A target of the config. The settings declare only this part of `Target`. */
export interface CustomTarget {
  title: string
}

/** A definition that all issues share: `[label]: https://… "title"`. */
export interface SharedDefinition {
  /** As written, with its backslashes; capitals and small letters are the same. */
  label: string
  /** The address, possibly with merge tags. */
  url: string
  title?: string
  /** The file that contains it, relative to the newsletter's folder, with `/`: relative addresses begin there. */
  file?: string
}

export interface Settings {
  /** The newsletter's name. */
  name: string
  description?: string
  /** The address of the web archive, without a slash at the end. */
  url?: string
  from?: Address
  postalAddress?: string
  /** The address of the page on which people subscribe. */
  subscribe?: string
  /** Where else the newsletter can be found. */
  social: { name: string; url: string }[]
  /** The provider whose merge tags are native to the author: a shipped target's name, or one of `customTargets`. */
  target: string
  /** The targets that issues are built for, including `target`. */
  targets: string[]
  /** The targets that the config defines, by name. */
  customTargets: Record<string, CustomTarget>
  /** The template of issues that do not name one. */
  template: string
  lang: string
  dir?: Direction
  /** Design tokens that override the template's `theme.yml`. */
  theme: Record<string, string | number>
  assets: { baseUrl?: string }
  utm?: Utm
  /** Where votes go; `endpoint` is the address that the form on a vote page posts to. */
  polls: { url?: string; mailto?: string; pages?: boolean; endpoint?: string }
  schedule?: Schedule
  /** The disclosure label of sponsors without a `label`. */
  disclosure?: string
  sponsors: Record<string, Sponsor>
  list?: ListSettings
  /** The fields of the newsletter's own that its provider has; when not given, they are not known. */
  merge?: { fields?: string[] }
  smtp?: SmtpSettings
  /** The addresses that the preview may send tests to. */
  test?: string[]
  markdown: {
    remarkPlugins: Pluggable[]
    rehypePlugins: Pluggable[]
    /** The shared definitions; `parseDefinitions` reads them from a text. */
    definitions?: readonly SharedDefinition[]
  }
  /** The blocks that the config defines, by name. */
  blocks: Record<string, CustomBlock>
  /** Levels and options of checks by name, and custom checks. */
  checks: Record<string, CheckSetting>
  /** The mail clients that emails must work in: caniemail's families (`gmail`, `outlook`) or platforms (`outlook.windows`). */
  clients: string[]
}

/** The settings of a newsletter without a config. */
export const defaultSettings: Settings = {
  name: '',
  target: 'generic',
  targets: ['generic'],
  customTargets: {},
  template: 'default',
  lang: 'en',
  social: [],
  theme: {},
  assets: {},
  polls: {},
  sponsors: {},
  markdown: { remarkPlugins: [], rehypePlugins: [] },
  blocks: {},
  checks: {},
  clients: ['gmail', 'outlook', 'apple-mail', 'yahoo', 'samsung-email'],
}
