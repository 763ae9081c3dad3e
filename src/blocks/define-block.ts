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

/** An attribute's value by its spec; `null` where it may be left out and has no default. */
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

/** The attributes of a block: each by its spec where the spec is in code, else by their names alone. */
export type AttributesOf<Spec extends BlockSpecInput> =
  Spec['attributes'] extends Readonly<Record<string, AttributeSpecInput>>
    ? { [Name in keyof Spec['attributes']]: ValueOf<Spec['attributes'][Name]> }
    : Record<string, AttributeValue>

/**
 * What an author wrote in one block, after it was validated against the block's spec. `resolve` may change it: its
 * templates print what is there afterwards. Merge tags are private-use characters; `restore` puts them back.
 */
export interface BlockContent<Spec extends BlockSpecInput = BlockSpecInput> {
  /** Every declared attribute. */
  attributes: AttributesOf<Spec>
  label: PhrasingContent[] | null
  /** What stands between the fences, without the list that the items were taken from. */
  body: RootContent[]
  items: BlockItem[]
}

/** A block that does more than its template can say. */
export interface BlockDefinition<
  Extra extends object = object,
  Spec extends BlockSpecInput = BlockSpecInput,
  Context extends BlockResolveContext = BlockResolveContext,
> {
  /** The directive's name, and that of its templates: `blocks/rsvp.html` and `blocks/rsvp.txt`. */
  name: string
  /** What the head of `blocks/<name>.html` says otherwise; only one of the two can. */
  spec?: Spec
  /**
   * Whether `resolve` is also called for a block that has mistakes already, to find all of them in one run. Attributes
   * that were wrong or are missing are `null` then.
   */
  acceptsInvalid?: boolean
  /**
   * Completes one block. Called once for every email and every page that shows it, so that the same block must give the
   * same each time. A block with an error, reported or thrown, is not rendered.
   * @returns variables for the block's templates, besides `attributes`, `label`, `body` and `items`
   */
  resolve(block: BlockContent<Spec>, context: Context): Extra | undefined
}

/**
 * Types a block with behaviour, a shipped one or a config's: `blocks: { rsvp: defineBlock({ name: 'rsvp', … }) }`.
 * @param definition the definition, which is given back as it is
 */
export function defineBlock<
  Extra extends object,
  const Spec extends BlockSpecInput = BlockSpecInput,
  Context extends BlockResolveContext = BlockResolveContext,
>(definition: BlockDefinition<Extra, Spec, Context>): BlockDefinition<Extra, Spec, Context> {
  return definition
}
