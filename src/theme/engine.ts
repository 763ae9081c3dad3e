import { Liquid, type LiquidError, type Template } from 'liquidjs'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { explainLiquidError, type KnownLiquid } from './explain-liquid-error.ts'
import { filters } from './filters.ts'
import { escapeHtml } from './html.ts'
import { explainLimit, limitLength, maxCharacters, maxMilliseconds } from './render-limits.ts'
import { markTemplate, unmarkedColumn } from './source-markers.ts'
import { splitHead } from './split-head.ts'

/** Renders a template file with variables. */
export type RenderTemplate = (path: string, variables: Record<string, unknown>) => string

/** A template cannot be rendered. The mistake is reported on the template's file already. */
export class TemplateError extends Error {
  constructor(readonly diagnostic: VFileMessage) {
    super(diagnostic.reason)
  }
}

/**
 * Creates the template engine, which is LiquidJS. Templates can render each other (`{% render "partials/x.html" %}`), but
 * have no access to other files.
 * @param files template files under their paths in the template
 * @returns a function that throws `TemplateError` for a mistake in a template
 */
export function createEngine(files: Map<string, VFile>): RenderTemplate {
  const bodies = [...files].map(([path, file]): [string, string] => [path, splitHead(String(file)).body])
  const sources: Record<string, string> = Object.assign(
    Object.create(null),
    Object.fromEntries(
      bodies.map(([path, body], number) => [
        path,
        path.endsWith('.html') ? markTemplate(body, number) : body,
      ]),
    ),
  )
  const html = createLiquid(sources, true)
  const text = createLiquid(sources, false)
  const parsed = new Map<string, Template[]>()
  const failed = new Map<string, TemplateError>()
  return (path, variables) => {
    const file = files.get(path)
    if (!file) throw new Error(`No template file ${path}`)
    // A template that exceeds a limit would need as long for each of its blocks.
    const failure = failed.get(path)
    if (failure) throw failure
    const liquid = path.endsWith('.html') ? html : text
    try {
      const template = parsed.get(path) ?? liquid.parse(sources[path] ?? '', path)
      parsed.set(path, template)
      // As a global, `output` is also defined in partials, which have no access to other variables.
      const { output = 'email' } = variables
      return limitLength(liquid.renderSync(template, variables, { globals: { output } }))
    } catch (error) {
      const failure = new TemplateError(
        reportLiquidError(error as LiquidError, path, { files, sources, liquid, variables }),
      )
      if (explainLimit(findReason(error as LiquidError))) failed.set(path, failure)
      throw failure
    }
  }
}

function createLiquid(templates: Record<string, string>, escapes: boolean): Liquid {
  const liquid = new Liquid({
    templates,
    // Of partials, whose number the template limits.
    cache: Object.keys(templates).length,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    renderLimit: maxMilliseconds,
    memoryLimit: maxCharacters,
    outputEscape: (value) => limitLength(escapes ? escapeHtml(limitLength(value)) : value),
  })
  liquid.registerFilter('raw', { raw: true, handler: limitLength })
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter)
  return liquid
}

interface Sources extends KnownLiquid {
  files: Map<string, VFile>
  /** The text of the templates with source markers, as the engine parses it. */
  sources: Record<string, string>
}

/** Reports a mistake on the file that contains it: the rendered template, or one that it renders in turn. */
function reportLiquidError(error: LiquidError, rendered: string, known: Sources): VFileMessage {
  const { files, sources } = known
  const token = error.token as Partial<LiquidError['token']> | undefined
  const path = token?.file && files.has(token.file) ? token.file : rendered
  const owner = files.get(path)
  if (!owner) throw error
  // Without a token, the whole of the output is too long.
  const [line, shifted] = token?.getPosition?.() ?? [1, 1]
  const marked = line === undefined ? '' : (sources[path]?.split('\n')[line - 1] ?? '')
  const column = shifted === undefined ? undefined : unmarkedColumn(marked, shifted)
  const { reason, note } = explainLiquidError(findReason(error), known)
  const length = token?.getText?.().split('\n')[0]?.length ?? 1
  return report(owner, reason, {
    ruleId: 'template-syntax',
    ...(line !== undefined &&
      column !== undefined && {
        place: { start: { line, column }, end: { line, column: column + length } },
      }),
    note,
  })
}

function findReason({ originalError, message }: LiquidError): string {
  const [line = ''] = (originalError?.message ?? message).split('\n')
  return line.replace(/, line:\d+.*$|, file:.*$/, '')
}
