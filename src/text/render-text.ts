import { createBlockVariables } from '../blocks/block-variables.ts'
import type { Theme } from '../theme/theme.ts'
import type { Issue } from '../types.ts'
import { printTree } from './print-tree.ts'
import type { PrintOptions } from './state.ts'
import { tidy } from './tidy.ts'

/**
 * Prints an issue as the plaintext part of its email: its Markdown, never its HTML, drawn into the template's
 * `layout.txt`. A block is drawn by the template's `blocks/<name>.txt`, which sees what `toView` gives it, the columns
 * that it may fill as `width`, and `output: 'text'`.
 * @param variables what templates see; `strings.image` is what a picture is called in the issue's language
 * @param options.resolve the finished address of a link that raw HTML holds
 * @param options.literal keeps what only looks like a merge tag from the provider's engine
 * @throws {VFileMessage} where a template does not parse or names an unknown variable
 */
export function renderText(
  issue: Issue,
  theme: Theme,
  variables: Record<string, unknown>,
  { resolve, literal }: Pick<PrintOptions, 'resolve' | 'literal'> = {},
): string {
  const content = printTree(issue.tree, {
    resolve,
    literal,
    imageWord: imageWord(variables),
    drawBlock: (block, printer, width) => {
      const path = `blocks/${block.spec.name}.txt`
      if (!theme.has(path)) return null
      return theme.draw(path, {
        ...variables,
        ...createBlockVariables(block, printer),
        width,
        output: 'text',
      })
    },
  })
  return tidy(theme.draw('layout.txt', { ...variables, content, output: 'text' }))
}

function imageWord({ strings }: Record<string, unknown>): string | undefined {
  if (typeof strings !== 'object' || strings === null) return undefined
  const word = 'image' in strings ? strings.image : undefined
  return typeof word === 'string' ? word : undefined
}
