/** What we work with: the config with every default filled in, free of places and of disk. */

import type { Pluggable } from 'unified'
import type { Address, BlockSpecInput, Direction } from './types.ts'

/** A sponsor's record in the config; every field can also be given on the block. */
export interface Sponsor {
  name: string
  url: string
  /** An image path relative to the newsletter's root, or an address. */
  logo?: string
  /** The same for dark mode, where a mail client lets it be told. */
  'logo-dark'?: string
  /** The button's words. */
  cta?: string
  /** The disclosure label for this sponsor. */
  label?: string
  /** Add the config's UTM parameters to this sponsor's links. */
  utm?: boolean
  /** The first day of its flight, `2024-11-28`; issues before it are a message. */
  from?: string
  /** The last day of its flight. */
  until?: string
  /** The slugs of the issues that it has booked; any other is a message. */
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

/** What `list.unsubscribe.url` says where the target's own tag is to stand. */
export const neutralUnsubscribe = 'merge:unsubscribe_url'

/** How the newsletter's messages say which list they belong to, and how one leaves it. */
export interface ListSettings {
  /** The `List-Id`: a host's name that stays the same for the newsletter's whole life (RFC 2919). */
  id?: string
  /** The `List-Unsubscribe` header; without it the provider that sends has its own. */
  unsubscribe?: {
    /** An https address, in which merge tags tell the subscribers apart, or `neutralUnsubscribe`. */
    url?: string
    mailto?: string
    /** The address takes a POST and asks nothing back (RFC 8058). */
    oneClick?: boolean
  }
}

/** The server that test sends go through. Its password is never here. */
export interface SmtpSettings {
  host: string
  /** 587, or 465 when TLS is spoken from the start, unless given. */
  port?: number
  /** `starttls` unless given; `none` sends in the clear, for a server on one's own machine. */
  secure?: SmtpSecurity
  user?: string
}

export type SmtpSecurity = 'starttls' | 'tls' | 'none'

export type CheckLevel = 'error' | 'warning' | 'off'

/** A check's options are plain values with defaults, so that a config can be held against them. */
export type CheckOptions = Record<string, number | string | boolean | string[]>

/** What the config says of one check: a level, a level with options, or a custom check (`defineCheck`). */
export type CheckSetting = CheckLevel | [CheckLevel, CheckOptions] | CustomCheck

/** A config's check as far as the settings know it; `Check` is the whole contract. */
export interface CustomCheck {
  run: (...input: never[]) => void
}

/** A config's block as far as the settings know it; `BlockDefinition` is the whole contract. */
export interface CustomBlock {
  name: string
  spec?: BlockSpecInput
  resolve: (...input: never[]) => object | undefined
}

/** A custom target as far as the settings know it; `Target` is the whole contract. */
export interface CustomTarget {
  title: string
}

export interface Settings {
  /** The newsletter's name. */
  name: string
  description?: string
  /** Where the web archive lives, without a slash at the end. */
  url?: string
  from?: Address
  postalAddress?: string
  /** The ESP whose merge tags are the author's native ones: a shipped target's name, or one of `customTargets`. */
  target: string
  /** All that the issues are built for, `target` among them. */
  targets: string[]
  /** Targets of the newsletter's own by their names. */
  customTargets: Record<string, CustomTarget>
  /** The template of issues that name none. */
  template: string
  lang: string
  dir?: Direction
  /** Design tokens that override the template's `theme.yml`. */
  theme: Record<string, string | number>
  assets: { baseUrl?: string }
  utm?: Utm
  /** Where votes go; `endpoint` takes what the button on a page posts. */
  polls: { url?: string; mailto?: string; pages?: boolean; endpoint?: string }
  /** The disclosure label of sponsors that have none of their own. */
  disclosure?: string
  sponsors: Record<string, Sponsor>
  list?: ListSettings
  smtp?: SmtpSettings
  markdown: { remarkPlugins: Pluggable[]; rehypePlugins: Pluggable[] }
  /** Blocks with behaviour by their names, besides the shipped ones. */
  blocks: Record<string, CustomBlock>
  /** Levels and options of the checks by their names, and custom checks. */
  checks: Record<string, CheckSetting>
  /** The mail clients that the email is for: caniemail's families (`gmail`, `outlook`) or platforms (`outlook.windows`). */
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
  theme: {},
  assets: {},
  polls: {},
  sponsors: {},
  markdown: { remarkPlugins: [], rehypePlugins: [] },
  blocks: {},
  checks: {},
  clients: ['gmail', 'outlook', 'apple-mail', 'yahoo', 'samsung-email'],
}
