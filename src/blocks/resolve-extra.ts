import type { Root } from 'mdast'
import { reportFinding } from '../diagnostics/report.ts'
import type { Block, BlockExtra, Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { findDefinition } from './find-definition.ts'
import { openingLine } from './opening-line.ts'
import { createResolveContext } from './resolve-context.ts'
import type { ShippedBlockContext } from './shipped/shipped-block-context.ts'

/** The names of variables that every block's template has. */
const reserved = new Set([
  ...['attributes', 'label', 'body', 'items', 'parts'],
  ...['issue', 'newsletter', 'theme', 'merge', 'strings', 'output', 'width'],
])

/** `isValid`: whether the block has no error so far; `isNested`: whether it is within another block, a list or a quotation. */
export type ResolveExtra = (
  block: Block,
  node: Directive,
  state: { isValid: boolean; isNested: boolean },
) => BlockExtra | null

/**
 * Creates a function that resolves the variables which the definition of a block adds. A definition that throws is reported
 * on its block, and other blocks are still resolved.
 * @param tree the issue's
 */
export function createExtraResolver(context: BlockContext, tree: Root): ResolveExtra {
  const shared = new Map<string, Pick<ShippedBlockContext, 'usedIds' | 'numbering'>>()
  return (block, node, { isValid, isNested }) => {
    const definition = findDefinition(node.name, context.settings)
    if (!definition || !(isValid || definition.acceptsInvalid)) return null
    const state = shared.get(node.name) ?? { usedIds: new Set(), numbering: { last: 0 } }
    shared.set(node.name, state)
    try {
      const tools = {
        ...context,
        ...createResolveContext(node, context),
        tree,
        node,
        isNested,
        surroundings: block.surroundings,
        ...state,
      }
      const variables = definition.resolve(block, tools)
      return variables === undefined ? null : { definition, variables: validateVariables(variables) }
    } catch (error) {
      // An error of a shipped block is an internal one.
      if (!Object.hasOwn(context.settings.blocks, node.name)) throw error
      reportFailure(error, node, context)
      return null
    }
  }
}

/** @throws {TypeError} when they cannot be variables of a template */
function validateVariables(variables: unknown): object {
  if (variables instanceof Promise) {
    variables.catch(() => undefined)
    throw new TypeError('`resolve` is asynchronous')
  }
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw new TypeError('`resolve` returned something other than an object of variables')
  const clash = Object.keys(variables).find((name) => reserved.has(name))
  if (clash !== undefined) throw new TypeError(`its templates have a variable \`${clash}\` already`)
  return variables
}

function reportFailure(error: unknown, node: Directive, { file, source }: BlockContext): void {
  const reason = error instanceof Error ? error.message : String(error)
  reportFinding(file, `Cannot resolve the block \`${node.name}\`: ${reason}`, {
    ruleId: node.name,
    place: openingLine(node, source),
    note: 'The error is in the block’s definition in the config, not in the issue.',
  })
}
