/**
 * The things that travel. `Issue` is what was written, `Email` is what goes out; complaints ride on `file.messages`.
 * This file imports nothing of ours, so that everything may import it.
 */
import type { Root as HastRoot } from 'hast'
import type { List, ListItem, Root as MdastRoot, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'

/** A person or a mailbox: `Ada <ada@example.com>`. */
export interface Address {
  name?: string
  email?: string
}

/** Reading direction of a text. */
export type Direction = 'ltr' | 'rtl'

/** Front matter with every default filled in. */
export interface Matter {
  /** The subject line; the title when the author gave none. */
  subject: string
  /** The inbox preview line; empty when there is none. */
  preheader: string
  title: string
  /** The folder's name in `dist/`: letters, digits, `-`, `_` and `.` only. */
  slug: string
  /** ISO 8601, as written: `2024-11-28` or `2024-11-28T09:12:00+01:00`. */
  date?: string
  author?: Address
  from?: Address
  /** A key of the config's `sponsors`: the masthead's "in partnership with". */
  sponsor?: string
  template: string
  /** A BCP 47 language tag. */
  lang: string
  dir: Direction
  draft: boolean
  tags: string[]
  /** The author's own data, for templates. */
  params: Record<string, unknown>
}

/** One edition as it was written. */
export interface Issue {
  file: VFile
  matter: Matter
  tree: MdastRoot
}

/** What goes out for one issue. */
export interface Email {
  subject: string
  preheader: string
  /** The issue's content as HTML tree, before the layout; blocks are `raw` nodes. */
  content: HastRoot
  /** The whole HTML document. */
  html: string
  /** The whole plaintext. */
  text: string
}

/** A picture that the email shows, to be copied beside it. */
export interface ImageCopy {
  /** Relative to the newsletter's root, with `/`. */
  source: string
  /** Relative to the email's folder: `images/leak.3fa9c1d2.png`. */
  output: string
  bytes: Uint8Array
}

/** A link that the email carries, as `issue.json` lists it. */
export interface LinkRecord {
  url: string
  text: string
}

/** A poll, as `issue.json` lists it. */
export interface PollRecord {
  id: string
  question: string
  options: { id: string; text: string; url: string | null }[]
}

/** A page that is written beside the emails. */
export interface Page {
  /** Relative to the out folder, with `/`. */
  path: string
  html: string
}

/** A sponsor's placement, as `issue.json` lists it. */
export interface SponsorRecord {
  /** Its key in the config. */
  id: string | null
  name: string | null
  url: string | null
  placement: 'masthead' | 'block'
}

export type Directive = ContainerDirective | LeafDirective

export type AttributeType = 'text' | 'url' | 'image' | 'number' | 'boolean' | 'list'

/** One attribute, as a block's head declares it. */
export interface AttributeSpec {
  type: AttributeType
  required: boolean
  default?: string | number | boolean
  /** The allowed values, of the whole value or, for a `list`, of each of its words. */
  values?: string[]
  description?: string
}

export type Presence = 'none' | 'optional' | 'required'

/** What a block's template declares of itself in its YAML head. */
export interface BlockSpec {
  name: string
  description: string
  label: Presence
  body: Presence
  /** How many columns its plaintext template sets before each line of the body: `2` for `> `. */
  inset: number
  /** The body's top-level list is taken as items, this many at least and at most. */
  items?: { min: number; max: number }
  attributes: Record<string, AttributeSpec>
}

/** An attribute as its author declares it: a text that may be left out, unless said. */
export interface AttributeSpecInput extends Partial<Omit<AttributeSpec, 'values'>> {
  values?: readonly string[]
}

/** A block's spec as its author writes it, in the head of its template or in `defineBlock`; every key has a default. */
export interface BlockSpecInput extends Partial<Pick<BlockSpec, 'description' | 'label' | 'body' | 'inset'>> {
  items?: { min?: number; max?: number }
  attributes?: Readonly<Record<string, AttributeSpecInput>>
}

/** A picture as a template shows it; sizes in CSS pixels, `null` for a picture that was not looked into. */
export interface Picture {
  src: string
  width: number | null
  height: number | null
}

export type AttributeValue = string | number | boolean | string[] | Picture | null

/** One item of a block's list. */
export interface BlockItem {
  /** What the item says; when it was one whole link, that link's text. */
  children: ListItem['children']
  /** Where the item leads: its own link, or what the block's behaviour gave it. */
  url: string | null
  /** Stable within the block: from the item's words, else its number. */
  id: string
  /** Counted from 1. */
  index: number
}

/** A directive that was held against its spec; sits at `node.data.block`. */
export interface Block {
  spec: BlockSpec
  /** Every declared attribute; `null` when not given and without default. */
  attributes: Record<string, AttributeValue>
  label: PhrasingContent[] | null
  body: RootContent[]
  items: BlockItem[]
  /** What its definition adds for its template; `getExtra` reads it with its type. `null` without a definition. */
  extra: BlockExtra | null
}

/** What a definition's `resolve` gave for one block. */
export interface BlockExtra {
  /** The definition, which knows the type. */
  definition: object
  /** What the block's templates see besides `attributes`, `label`, `body` and `items`. */
  variables: object
}

declare module 'mdast-util-directive' {
  interface ContainerDirectiveData {
    block?: Block
  }
  interface LeafDirectiveData {
    block?: Block
  }
}

export type { List, Paragraph, PhrasingContent, RootContent }
