import type { Liquid } from 'liquidjs'
import { isMisspelt, nearest } from '../diagnostics/nearest.ts'
import { explainLimit } from './render-limits.ts'

export interface LiquidExplanation {
  reason: string
  note?: string | undefined
}

/** What shows which names a template could have meant. */
export interface KnownLiquid {
  liquid: Pick<Liquid, 'tags' | 'filters'>
  /** The variables that the template was rendered with. */
  variables: Record<string, unknown>
}

/** Tags that end or divide others, which LiquidJS does not list. */
const innerTags = ['else', 'elsif', 'when', 'endif', 'endunless', 'endcase', 'endfor', 'endcapture', 'endraw']

const comment =
  'Liquid has no such comments. Write `{% comment %}…{% endcomment %}`, which readers do not see and which no email contains.'

/**
 * Explains why LiquidJS cannot render a template, with the name that was most likely meant.
 * @param reason LiquidJS's message, without the place
 */
export function explainLiquidError(reason: string, { liquid, variables }: KnownLiquid): LiquidExplanation {
  const limit = explainLimit(reason)
  if (limit) return { reason: `Cannot render this template: ${limit.reason}`, note: limit.note }
  const [, variable] = /^undefined variable: (.*)$/.exec(reason) ?? []
  if (variable !== undefined) return explainVariable(variable, variables)
  const [, tag] = /^tag "(.*)" not found$/.exec(reason) ?? []
  const meantTag = tag && nearest(tag, [...Object.keys(liquid.tags), ...innerTags])
  if (meantTag) return { reason: `Unexpected tag \`${tag}\` of Liquid, expected \`${meantTag}\`` }
  const [, filter] = /^undefined filter: (.*)$/.exec(reason) ?? []
  const meantFilter = filter && nearest(filter, Object.keys(liquid.filters))
  if (meantFilter) return { reason: `Unexpected filter \`${filter}\`, expected \`${meantFilter}\`` }
  // The comments of Handlebars: `{{!-- … --}}`.
  if (/^invalid value expression: "!/.test(reason))
    return { reason: 'Unexpected `{{!`, expected a comment of Liquid', note: comment }
  return { reason: `Cannot render this template: ${reason}` }
}

function explainVariable(name: string, variables: Record<string, unknown>): LiquidExplanation {
  const near = findVariable(name.split('.'), variables)
  const reason = `Unexpected variable \`${name}\`${near === undefined ? '' : `, expected \`${near}\``}`
  if (near !== undefined && isMisspelt(near, name)) return { reason }
  return {
    reason,
    note: name.startsWith('theme.')
      ? 'It is a design token: declare it in the template’s `theme.yml`, or in `theme` in the config.'
      : 'Templates are Liquid. To print a merge tag of your provider, wrap it: `{% raw %}{{ tag }}{% endraw %}`.',
  }
}

/** The variable that differs from a misspelled one in the first part that does not exist. */
function findVariable(path: string[], variables: Record<string, unknown>): string | undefined {
  let scope: unknown = variables
  for (const [index, name] of path.entries()) {
    if (typeof scope !== 'object' || scope === null) return undefined
    if (!Object.hasOwn(scope, name)) {
      const near = name.length < 3 ? undefined : nearest(name, Object.keys(scope))
      return near && [...path.slice(0, index), near, ...path.slice(index + 1)].join('.')
    }
    scope = (scope as Record<string, unknown>)[name]
  }
  return undefined
}
