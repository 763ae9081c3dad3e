import { Liquid, type LiquidError, type Template } from 'liquidjs'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { explainLiquidError, type KnownLiquid } from './explain-liquid-error.ts'
import { filters } from './filters.ts'
import { escapeHtml } from './html.ts'
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
  return (path, variables) => {
    const file = files.get(path)
    if (!file) throw new Error(`No template file ${path}`)
    const liquid = path.endsWith('.html') ? html : text
    try {
      const template = parsed.get(path) ?? liquid.parse(sources[path] ?? '', path)
      parsed.set(path, template)
      // As a global, `output` is also defined in partials, which have no access to other variables.
      const { output = 'email' } = variables
      return liquid.renderSync(template, variables, { globals: { output } })
    } catch (error) {
      throw new TemplateError(
        reportLiquidError(error as LiquidError, path, { files, sources, liquid, variables }),
      )
    }
  }
}

function createLiquid(templates: Record<string, string>, escapes: boolean): Liquid {
  const liquid = new Liquid({
    templates,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    // In milliseconds: an endless loop in a template must not hang the build.
    renderLimit: 10_000,
    ...(escapes && { outputEscape: escapeHtml }),
  })
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
  const [line, shifted] = token?.getPosition?.() ?? []
  const marked = line === undefined ? '' : (sources[path]?.split('\n')[line - 1] ?? '')
  const column = shifted === undefined ? undefined : unmarkedColumn(marked, shifted)
  const message =
    (error.originalError?.message ?? error.message).split('\n')[0]?.replace(/, line:\d+.*$|, file:.*$/, '') ??
    ''
  const { reason, note } = explainLiquidError(message, known)
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
