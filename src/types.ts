/**
 * The data that the steps of a build pass on: an `Issue` is what the author wrote, an `Email` what is sent. Mistakes are
 * messages on `file.messages`. This file imports no other of this package, so that all of them can import it.
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
  /** The subject line; the title when the front matter has no subject. */
  subject: string
  /** The inbox preview line; empty when there is none. */
  preheader: string
  title: string
  /** The folder's name in `dist/`: letters, digits, `-`, `_` and `.` only. */
  slug: string
  /** ISO 8601, as written: `2024-11-28` or `2024-11-28T09:12:00+01:00`. */
  date?: string
  /** The issue's number, which `{number}` in the front matter stands for. */
  number?: number
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

/** The email of one issue for one target. */
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

/** An image that the email shows, to be copied beside it. */
export interface ImageCopy {
  /** Relative to the newsletter's root, with `/`. */
  source: string
  /** Relative to the email's folder: `images/leak.3fa9c1d2.png`. */
  output: string
  bytes: Uint8Array
}

/** A link of the email, as `issue.json` lists it. */
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

/** An attribute, as the spec of a block declares it. */
export interface AttributeSpec {
  type: AttributeType
  required: boolean
  default?: string | number | boolean
  /** The allowed values: of the attribute or, for a `list`, of each of its words. */
  values?: string[]
  /** The least and the greatest value of a `number`. */
  min?: number
  max?: number
  description?: string
}

export type Presence = 'none' | 'optional' | 'required'

/** The spec of a block, from the YAML head of its template or from `defineBlock`. */
export interface BlockSpec {
  name: string
  description: string
  label: Presence
  body: Presence
  /** The columns that its plaintext template adds before each line of the body: `2` for `> `. */
  inset: number
  /** The items of the body's top-level list, at least and at most this many. Without it a list is part of the body. */
  items?: { min: number; max: number }
  /** The parts that `---` lines divide the body into, at least and at most this many. Without it such a line is a divider. */
  parts?: { min: number; max: number }
  attributes: Record<string, AttributeSpec>
}

/** An attribute as its author declares it; `type` is `text` and `required` is `false` when not given. */
export interface AttributeSpecInput extends Partial<Omit<AttributeSpec, 'values'>> {
  values?: readonly string[]
}

/** A block's spec as its author writes it, in the head of its template or in `defineBlock`; every key has a default. */
export interface BlockSpecInput extends Partial<Pick<BlockSpec, 'description' | 'label' | 'body' | 'inset'>> {
  items?: { min?: number; max?: number }
  parts?: { min?: number; max?: number }
  attributes?: Readonly<Record<string, AttributeSpecInput>>
}

/** An image as a template shows it. Sizes are in CSS pixels, and `null` for an image whose file was not read. */
export interface Picture {
  src: string
  width: number | null
  height: number | null
}

export type AttributeValue = string | number | boolean | string[] | Picture | null

/** One item of a block's list. */
export interface BlockItem {
  /** The content of the item; of an item that is a single link, the text of the link. */
  children: ListItem['children']
  /** The address that the item links to: its own, or one that the block's definition has resolved. */
  url: string | null
  /** Unique within the block: written by the author, else made from the item's text or its number. */
  id: string
  /** Counted from 1. */
  index: number
}

/** What is around a block or a table: how much room it has, and on what ground it stands. */
export interface Surroundings {
  /** The width that there is on a wide screen, in CSS pixels. */
  room: number
  /** How much narrower than the text it is on a phone, in CSS pixels. Columns are below each other there. */
  inset: number
  /** Whether it is on the ground of a panel, on which another panel would not be seen. */
  isOnPanel: boolean
}

/** A directive that was validated against its spec; it is at `node.data.block`. */
export interface Block {
  spec: BlockSpec
  /** All declared attributes; `null` for one that is not given and has no default. */
  attributes: Record<string, AttributeValue>
  label: PhrasingContent[] | null
  body: RootContent[]
  items: BlockItem[]
  /** What is between the `---` lines of the body, in blocks whose spec has `parts`; the body is empty then. */
  parts: RootContent[][]
  surroundings: Surroundings
  /** The result of its definition's `resolve`; `getExtra` returns it with its type. `null` without a definition. */
  extra: BlockExtra | null
}

/** The result of a definition's `resolve` for one block. */
export interface BlockExtra {
  /** The definition, which knows the type. */
  definition: object
  /** The variables of the block's templates besides `attributes`, `label`, `body` and `items`. */
  variables: object
}

/** Where an address of shared definitions was written. */
export interface DefinedIn {
  /** The file's path, relative to the newsletter's folder. */
  file: string
  /** The address as it stands there. */
  url: string
}

declare module 'mdast' {
  interface HeadingData {
    /** Of a section, where the template numbers them. */
    number?: number
  }
  interface DefinitionData {
    definedIn?: DefinedIn
  }
  interface LinkData {
    definedIn?: DefinedIn
  }
  interface ImageData {
    definedIn?: DefinedIn
  }
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
