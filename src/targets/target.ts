/** The type of a target: a provider, as far as emails for it are concerned. Each shipped one has a file of its own. */
import type { Dialect } from '../merge-tags/dialect.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The neutral names that are filled in with a text. */
export const textNames = [
  'email',
  'first_name',
  'last_name',
  'subscriber_id',
  'postal_address',
  'list_name',
  'current_year',
] as const

/** The neutral names that are filled in with an address. */
export const urlNames = ['unsubscribe_url', 'web_url', 'preferences_url'] as const

/** The neutral names of texts that the newsletter itself knows, so that no provider has a tag for them. */
export const ownNames = ['next_issue'] as const

export type TextName = (typeof textNames)[number]
export type UrlName = (typeof urlNames)[number]
export type MergeName = TextName | UrlName
export type OwnName = (typeof ownNames)[number]

/** All neutral names that providers have tags for. */
export const mergeNames: readonly MergeName[] = [...urlNames, ...textNames]

/** Where a tag is printed: HTML text, a quoted attribute, an address in HTML, plaintext, the subject line. */
export type TagContext = 'text' | 'attribute' | 'url' | 'plaintext' | 'subject'

/**
 * How a fact is known: `documented` by the provider; `seen` in several unrelated public code bases; `general` knowledge,
 * not checked for this project; `unverified`, which must not be relied on.
 */
export type Proof = 'documented' | 'seen' | 'general' | 'unverified'

/**
 * Writes a tag with a fallback, which readers without a value see.
 * @param words the fallback, plain text on one line
 * @returns `undefined` when the dialect cannot write these words in this context
 */
export type WriteFallback = (words: string, context: TagContext) => string | undefined

export interface Tag {
  /** The tag, in all contexts without an entry in `in`. */
  tag: string
  proof: Proof
  /** The tag in contexts where it is different; `null` where there is none. */
  in?: Partial<Record<TagContext, string | null>>
  /** The name of the provider's own element that stands around a link's words in HTML, where no tag has the address. */
  element?: string
  /** Nothing when the dialect has none. */
  fallback?: { write: WriteFallback; proof: Proof }
  /** Whether the provider, without a fallback, refuses to send to readers without a value. */
  needsFallback?: boolean
  /** Whether the value is data of the sender's, which stays unfilled unless it is passed to the provider. */
  isSenderData?: boolean
  /** Whether the tag is printed only if the newsletter itself has no value (such as its address or name). */
  onlyIfUnknown?: boolean
  /** What else authors should know. */
  note?: string
}

/** How text that only looks like a merge tag is escaped for the provider's engine. */
export interface Literal {
  /** The part of such a text to escape, such as its opening delimiter. Global. */
  pattern: RegExp
  /** Escapes one match: readers see the same text, and the engine no tag. */
  write(found: string, context: 'html' | 'attribute' | 'plaintext'): string
  /** The way of escaping, as a sentence. */
  how: string
  proof: Proof
}

/** A tag that the provider requires in an email. */
export interface Requirement {
  /** The tag as it is usually written. */
  tag: string
  /** Matches all forms of the tag. */
  pattern: RegExp
  where: 'html' | 'plaintext'
  /** An `error` where the provider refuses or changes the email without it. */
  level: 'error' | 'warning'
  /** What happens without it, and what to do; missing tags with the same note are reported together. */
  note: string
  proof: Proof
}

/** A target with all defaults. */
export interface Target {
  /** Its name in a sentence. */
  title: string
  /** What its tags look like; another's are foreign. */
  dialects: readonly Dialect[]
  /** Whether tags of all dialects are accepted, so that none is foreign. */
  acceptsAnyTag?: boolean
  /** The tags that are certainly its own, among those of dialects that other targets have as well. */
  signature?: RegExp
  /** Whether names in tags are the sender's own (a template's model, custom fields), so that no name is foreign. */
  ownNames?: boolean
  /** The name of its template language or dialect. */
  language: string
  /** The words of its tags besides the neutral names' own. */
  vocabulary?: Vocabulary
  names: Partial<Record<MergeName, Tag>>
  /** Names that it may have a tag for, of which none was verified. */
  unverified?: readonly MergeName[]
  /** Without it, text that only looks like a tag is sent as it is. */
  literal?: Literal
  requires: readonly Requirement[]
  /** What it adds to every email: its documentation asks authors not to write these by hand. */
  adds: readonly ('unsubscribe' | 'address')[]
  /** Whether it requires its address tag, so that footers print it even if the config has an address. */
  requiresAddressTag?: boolean
  /** Its limits of sizes, and how they are known. */
  limits: readonly { text: string; proof: Proof }[]
  /** What is not verified, and what else authors should know. */
  notes: readonly string[]
  /** The sources of these facts. */
  sources: readonly string[]
}

/** A tag in the definition of a target. */
export interface TagDefinition extends Omit<Tag, 'proof' | 'fallback'> {
  /** `documented` when not given. */
  proof?: Proof
  /** Writes the tag around the fallback's words, which are escaped for the context; or writes it for each context. */
  fallback?: ((words: string) => string) | Tag['fallback']
}

/** A target as `defineTarget` defines it. */
export interface TargetDefinition extends Partial<Omit<Target, 'title' | 'dialects' | 'names' | 'literal'>> {
  /** Its name in a sentence. */
  title: string
  /** What its tags look like; another's are foreign. */
  dialects: readonly Dialect[]
  /** The tags of the neutral names (`merge:first_name`): a tag's text, or its definition. */
  names: Partial<Record<MergeName, string | TagDefinition>>
  /**
   * How text that only looks like a tag is escaped. When not given, its first sign becomes a character reference in HTML,
   * and is followed by an invisible word joiner in plaintext; with `false` the text is sent as it is.
   */
  literal?: Literal | false
}
