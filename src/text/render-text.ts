import { createBlockVariables } from '../blocks/block-variables.ts'
import type { Theme } from '../theme/theme.ts'
import type { Issue } from '../types.ts'
import { printTree } from './print-tree.ts'
import type { PrintOptions } from './state.ts'
import { tidy } from './tidy.ts'

/**
 * Renders the plaintext part of an issue's email: its Markdown, never its HTML, in the theme's `layout.txt`. A block is
 * rendered by `blocks/<name>.txt`, whose variables are those of `createBlockVariables`, `width` (the columns that the
 * block may fill) and `output: 'text'`.
 * @param variables the variables of all templates; `strings.image` and `strings.colon` are the word for an image and
 *   the colon in the issue's language
 * @param options.resolve resolves the URL of a link in raw HTML
 * @param options.literal escapes text that the provider's engine would read as a merge tag
 * @throws {VFileMessage} if a template does not parse or uses an unknown variable
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
    imageWord: findWord(variables, 'image'),
    colon: findWord(variables, 'colon'),
    renderBlock: (block, printer, width) => {
      const path = `blocks/${block.spec.name}.txt`
      if (!theme.has(path)) return null
      return theme.render(path, {
        ...variables,
        ...createBlockVariables(block, printer),
        width,
        output: 'text',
      })
    },
  })
  return tidy(theme.render('layout.txt', { ...variables, content, output: 'text' }))
}

function findWord({ strings }: Record<string, unknown>, key: string): string | undefined {
  if (typeof strings !== 'object' || strings === null) return undefined
  const word: unknown = Reflect.get(strings, key)
  return typeof word === 'string' ? word : undefined
}
