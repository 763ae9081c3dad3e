import { reportFinding } from '../diagnostics/report.ts'
import type { Block, BlockExtra, Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { findDefinition } from './find-definition.ts'
import { openingLine } from './opening-line.ts'
import { createResolveContext } from './resolve-context.ts'

/** What templates see by these names already. */
const reserved = new Set([
  ...['attributes', 'label', 'body', 'items'],
  ...['issue', 'newsletter', 'theme', 'merge', 'strings', 'output', 'width'],
])

/** @param isValid whether the block has no mistake so far */
export type ResolveExtra = (block: Block, node: Directive, isValid: boolean) => BlockExtra | null

/** Resolves what the definitions of an issue's blocks add. A definition that throws costs its block, and no more. */
export function createExtraResolver(context: BlockContext): ResolveExtra {
  const usedIds = new Map<string, Set<string>>()
  return (block, node, isValid) => {
    const definition = findDefinition(node.name, context.settings)
    if (!definition || !(isValid || definition.acceptsInvalid)) return null
    const used = usedIds.get(node.name) ?? new Set()
    usedIds.set(node.name, used)
    try {
      const tools = { ...context, ...createResolveContext(node, context), node, usedIds: used }
      const variables = definition.resolve(block, tools)
      return variables === undefined ? null : { definition, variables: validateVariables(variables) }
    } catch (error) {
      // What a shipped block throws is no mistake of the config's.
      if (!Object.hasOwn(context.settings.blocks, node.name)) throw error
      reportFailure(error, node, context)
      return null
    }
  }
}

/** @throws {TypeError} when templates cannot be given them */
function validateVariables(variables: unknown): object {
  if (variables instanceof Promise) {
    variables.catch(() => undefined)
    throw new TypeError('`resolve` is asynchronous')
  }
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw new TypeError('`resolve` gave something else than an object of variables')
  const clash = Object.keys(variables).find((name) => reserved.has(name))
  if (clash !== undefined) throw new TypeError(`its templates have a variable \`${clash}\` already`)
  return variables
}

function reportFailure(error: unknown, node: Directive, { file, source }: BlockContext): void {
  const reason = error instanceof Error ? error.message : String(error)
  reportFinding(file, `Cannot resolve the block \`${node.name}\`: ${reason}`, {
    ruleId: node.name,
    place: openingLine(node, source),
    note: 'This came of the block’s definition in the config, not of what the issue says.',
  })
}
