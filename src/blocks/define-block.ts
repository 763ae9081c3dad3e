import type {
  AttributeSpecInput,
  AttributeValue,
  BlockItem,
  BlockSpecInput,
  PhrasingContent,
  Picture,
  RootContent,
} from '../types.ts'
import type { BlockResolveContext } from './resolve-context.ts'

/** The type of an attribute's value by its spec; `null` if it is optional and has no default. */
type ValueOf<Spec extends AttributeSpecInput> =
  | (Spec['type'] extends 'number'
      ? number
      : Spec['type'] extends 'boolean'
        ? boolean
        : Spec['type'] extends 'list'
          ? string[]
          : Spec['type'] extends 'image'
            ? Picture
            : Spec['values'] extends readonly (infer Value)[]
              ? Value
              : string)
  | (Spec extends { required: true } | { default: string | number | boolean } | { type: 'boolean' }
      ? never
      : null)

/** The attributes of a block: typed by the spec if it is in code, otherwise all of one type. */
export type AttributesOf<Spec extends BlockSpecInput> =
  Spec['attributes'] extends Readonly<Record<string, AttributeSpecInput>>
    ? { [Name in keyof Spec['attributes']]: ValueOf<Spec['attributes'][Name]> }
    : Record<string, AttributeValue>

/**
 * The content of one block, validated against the block's spec. `resolve` may change it before the block's templates print
 * it. Merge tags are private-use characters; `restore` puts them back.
 */
export interface BlockContent<Spec extends BlockSpecInput = BlockSpecInput> {
  /** Every declared attribute. */
  attributes: AttributesOf<Spec>
  label: PhrasingContent[] | null
  /** The content between the fences, without the list that became the items. */
  body: RootContent[]
  items: BlockItem[]
  /** What is between the `---` lines of the body, in blocks whose spec has `parts`; the body is empty then. */
  parts: RootContent[][]
}

/** A block with behaviour: it does more than a template can express. */
export interface BlockDefinition<
  Extra extends object = object,
  Spec extends BlockSpecInput = BlockSpecInput,
  Context extends BlockResolveContext = BlockResolveContext,
> {
  /** The directive's name, and that of its templates: `blocks/rsvp.html` and `blocks/rsvp.txt`. */
  name: string
  /** The block's spec, instead of the head of `blocks/<name>.html`; only one of the two may have it. */
  spec?: Spec
  /**
   * Whether `resolve` is also called for a block that already has errors, to report all of them in one run. Attributes
   * that are invalid or missing are `null` then.
   */
  acceptsInvalid?: boolean
  /**
   * Resolves one block. Called for every email and every page that shows the block, so it must return the same each time.
   * A block with an error, reported or thrown, is not rendered.
   * @returns variables for the block's templates, besides `attributes`, `label`, `body`, `items` and `parts`
   */
  resolve(block: BlockContent<Spec>, context: Context): Extra | undefined
}

/**
 * Types a block with behaviour, a shipped one or one in the config: `blocks: { rsvp: defineBlock({ name: 'rsvp', … }) }`.
 * @param definition the definition, which is returned unchanged
 */
export function defineBlock<
  Extra extends object,
  const Spec extends BlockSpecInput = BlockSpecInput,
  Context extends BlockResolveContext = BlockResolveContext,
>(definition: BlockDefinition<Extra, Spec, Context>): BlockDefinition<Extra, Spec, Context> {
  return definition
}
