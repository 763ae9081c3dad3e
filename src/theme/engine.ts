import { Liquid, type LiquidError, type Template } from 'liquidjs'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { filters } from './filters.ts'
import { escapeHtml } from './html.ts'
import { markTemplate, unmarkedColumn } from './source-markers.ts'
import { splitHead } from './split-head.ts'

/** Draws one template file with variables. */
export type RenderTemplate = (path: string, variables: Record<string, unknown>) => string

/** A template that cannot be drawn; the message rides on the template's file already. */
export class TemplateError extends Error {
  constructor(readonly fault: VFileMessage) {
    super(fault.reason)
  }
}

/**
 * LiquidJS behind one function. Templates see each other (`{% render "partials/x.html" %}`) and nothing else: the
 * engine has no file system but the map it is given.
 * @param files template files under their paths in the template
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
  const html = toLiquid(sources, true)
  const text = toLiquid(sources, false)
  const parsed = new Map<string, Template[]>()
  return (path, variables) => {
    const file = files.get(path)
    if (!file) throw new Error(`No template file ${path}`)
    const liquid = path.endsWith('.html') ? html : text
    try {
      const template = parsed.get(path) ?? liquid.parse(sources[path] ?? '', path)
      parsed.set(path, template)
      // Also templates that are rendered apart from all variables know what is drawn.
      const { output = 'email' } = variables
      return liquid.renderSync(template, variables, { globals: { output } })
    } catch (error) {
      throw new TemplateError(complainOfTemplate(error as LiquidError, path, { files, sources }))
    }
  }
}

function toLiquid(templates: Record<string, string>, escapes: boolean): Liquid {
  const liquid = new Liquid({
    templates,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    // Whole minutes of a loop in a template are a mistake; a send-ready email never needs them.
    renderLimit: 10_000,
    ...(escapes && { outputEscape: escapeHtml }),
  })
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter)
  return liquid
}

interface Sources {
  files: Map<string, VFile>
  /** As the engine was given them: with marks. */
  sources: Record<string, string>
}

/** The mistake may lie in the template that was drawn or in one that it renders. */
function complainOfTemplate(error: LiquidError, drawn: string, { files, sources }: Sources): VFileMessage {
  const token = error.token as Partial<LiquidError['token']> | undefined
  const path = token?.file && files.has(token.file) ? token.file : drawn
  const owner = files.get(path)
  if (!owner) throw error
  const [line, shifted] = token?.getPosition?.() ?? []
  const marked = line === undefined ? '' : (sources[path]?.split('\n')[line - 1] ?? '')
  const column = shifted === undefined ? undefined : unmarkedColumn(marked, shifted)
  const reason =
    (error.originalError?.message ?? error.message).split('\n')[0]?.replace(/, line:\d+.*$|, file:.*$/, '') ??
    ''
  const undefinedVariable = /^undefined variable: (.*)$/.exec(reason)
  const length = token?.getText?.().split('\n')[0]?.length ?? 1
  return report(
    owner,
    undefinedVariable
      ? `Unexpected variable \`${undefinedVariable[1]}\``
      : `Cannot draw this template: ${reason}`,
    {
      ruleId: 'template-syntax',
      ...(line !== undefined &&
        column !== undefined && {
          place: { start: { line, column }, end: { line, column: column + length } },
        }),
      note: undefinedVariable?.[1]?.startsWith('theme.')
        ? 'It is a design token: declare it in the template’s `theme.yml`, or in `theme` in the config.'
        : undefinedVariable
          ? 'Templates are Liquid. To print a merge tag of your provider, wrap it: `{% raw %}{{ tag }}{% endraw %}`.'
          : undefined,
    },
  )
}
