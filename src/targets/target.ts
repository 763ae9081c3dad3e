/** What a provider is, as far as an email for it is concerned. One file per provider declares one. */
import type { Dialect } from '../merge-tags/dialect.ts'

/** The neutral names that stand for a text. */
export const textNames = [
  'email',
  'first_name',
  'last_name',
  'subscriber_id',
  'postal_address',
  'list_name',
  'current_year',
] as const

/** The neutral names that stand for an address. */
export const urlNames = ['unsubscribe_url', 'web_url', 'preferences_url'] as const

export type TextName = (typeof textNames)[number]
export type UrlName = (typeof urlNames)[number]
export type MergeName = TextName | UrlName

/** All neutral names: what may stand behind `merge:`. */
export const mergeNames: readonly MergeName[] = [...urlNames, ...textNames]

/** Where a tag comes to stand: HTML text, a quoted attribute, an address in HTML, plaintext, the subject line. */
export type TagContext = 'text' | 'attribute' | 'url' | 'plaintext' | 'subject'

/**
 * How a fact is known: `documented` by the vendor; `seen` in several unrelated public code bases; `general` knowledge
 * that nobody checked for this; `unverified`, which is not to be relied on.
 */
export type Proof = 'documented' | 'seen' | 'general' | 'unverified'

/**
 * A tag with words for whom the provider knows nothing of.
 * @param words plain text on one line
 * @returns nothing when the dialect cannot say these words in this context
 */
export type WriteFallback = (words: string, context: TagContext) => string | undefined

export interface Tag {
  /** Its bytes where no context has bytes of its own. */
  tag: string
  proof: Proof
  /** Contexts with bytes of their own; `null` where there is no such tag. */
  in?: Partial<Record<TagContext, string | null>>
  /** The name of the provider's own element that stands around a link's words in HTML, where no tag has the address. */
  element?: string
  /** Nothing when the dialect has none. */
  fallback?: { write: WriteFallback; proof: Proof }
  /** Without a fallback the provider refuses to send to those whom it knows nothing of. */
  needsFallback?: boolean
  /** The sender's own data, which stands there unfilled unless it is given along. */
  isSenderData?: boolean
  /** Whatever the newsletter knows itself (its address, its name) goes before this tag. */
  onlyIfUnknown?: boolean
  /** What else there is to know. */
  note?: string
}

/** How text that only looks like a tag is kept from the provider's engine. */
export interface Literal {
  /** What begins to look like a tag; global. */
  pattern: RegExp
  /** The same for the reader, and nothing to the engine. */
  write(found: string, context: 'html' | 'attribute' | 'plaintext'): string
  /** How, in a sentence. */
  how: string
  proof: Proof
}

/** Something that the provider wants to find in what it is given. */
export interface Requirement {
  /** As it is written. */
  tag: string
  /** Finds it in any of its forms. */
  pattern: RegExp
  where: 'html' | 'plaintext'
  /** An `error` where the provider refuses or changes the email without it. */
  level: 'error' | 'warning'
  /** What happens without it, and what to do; tags with one note are asked for together. */
  note: string
  proof: Proof
}

/** What a provider is, with nothing left open. */
export interface Target {
  /** Its name in a sentence. */
  title: string
  /** What its tags look like; another's are foreign. */
  dialects: readonly Dialect[]
  /** No tag is foreign to it, whatever its dialect. */
  acceptsAnyTag?: boolean
  /** Among tags of the same look, those that are surely its own, whoever else speaks that dialect. */
  signature?: RegExp
  /** Its names are the sender's own (a template's model, custom fields), so that none of its look can be foreign. */
  ownNames?: boolean
  /** The name of its template language or dialect. */
  language: string
  names: Partial<Record<MergeName, Tag>>
  /** Names that it may have a tag for, which nobody has verified. */
  unverified?: readonly MergeName[]
  /** Without one, what only looks like a tag goes out as it is. */
  literal?: Literal
  requires: readonly Requirement[]
  /** What it adds to every message by itself: its documentation asks authors not to write it by hand. */
  adds: readonly ('unsubscribe' | 'address')[]
  /** The footers print its address tag even where the config has an address, since it wants the tag. */
  requiresAddressTag?: boolean
  /** Sizes that it refuses, and how that is known. */
  limits: readonly { text: string; proof: Proof }[]
  /** What is not verified, and what else is good to know. */
  notes: readonly string[]
  /** Where all this is from. */
  sources: readonly string[]
}

/** A tag as `defineTarget` takes it. */
export interface TagDefinition extends Omit<Tag, 'proof' | 'fallback'> {
  /** `documented` when not given. */
  proof?: Proof
  /** The tag around the fallback's words, which are escaped for their place; or what writes it context by context. */
  fallback?: ((words: string) => string) | Tag['fallback']
}

/** A target as `defineTarget` takes it. */
export interface TargetDefinition extends Partial<Omit<Target, 'title' | 'dialects' | 'names' | 'literal'>> {
  /** Its name in a sentence. */
  title: string
  /** What its tags look like; another's are foreign. */
  dialects: readonly Dialect[]
  /** The neutral names (`merge:first_name`) in its dialect: a tag, or one with all that is known of it. */
  names: Partial<Record<MergeName, string | TagDefinition>>
  /**
   * How text that only looks like a tag is kept from its engine. When not given its first sign becomes a character
   * reference in HTML, and an invisible word joiner stands behind it in plaintext; with `false` it goes out as it is.
   */
  literal?: Literal | false
}
