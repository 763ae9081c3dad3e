import type { VFile } from 'vfile'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import { removeIncludes } from '../parse/insert-includes.ts'
import { type ParsedIssue, parseIssue } from '../parse/parse-issue.ts'
import { applySectionTokens, printSectionNumbers } from './apply-section-tokens.ts'
import { createRenderContext, type RenderContext, type RenderOptions } from './render-context.ts'
import { resolveAddresses } from './resolve-addresses.ts'
import { tagLinks } from './tag-links.ts'
import { createTemplateVariables } from './template-variables.ts'

/** An issue that is ready to be rendered: parsed, its addresses resolved, its blocks validated. */
export interface PreparedIssue extends Pick<ParsedIssue, 'issue' | 'tags' | 'placeOf'> {
  context: RenderContext
  /** The variables of all templates. */
  variables: Record<string, unknown>
  /** Adds the campaign parameters to the links that are found only in the rendered HTML. */
  tagLink(url: string): string
}

/**
 * Runs the steps that an email and the web copy share. Mistakes are reported on the issue's file.
 * @param file the Markdown
 * @param web for the web copy, in which no provider replaces merge tags and links have no campaign parameters
 * @throws {Error} when there is no template at all to render with
 */
export async function prepareIssue(
  file: VFile,
  options: RenderOptions,
  { web = false }: { web?: boolean } = {},
): Promise<PreparedIssue> {
  const { settings, themes, parser, readFile } = options
  const literals = web ? undefined : options.literals
  const wordingOf = (template: string) => (themes.get(template) ?? themes.get('default'))?.strings
  const parsed = await parseIssue(file, settings, { web, literals, parser, readFile, wordingOf })
  const { issue, tags, placeOf } = parsed
  const context = createRenderContext(parsed, options, { web })
  resolveAddresses(issue.tree, context)
  applySectionTokens(issue.tree, context.theme.tokens)
  validateBlocks(issue.tree, context)
  removeIncludes(issue.tree)
  printSectionNumbers(issue.tree)
  const tagLink = web ? (url: string) => url : tagLinks(issue.tree, context)
  return { issue, tags, placeOf, context, variables: createTemplateVariables(context), tagLink }
}
