import picocolors from 'picocolors'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import type { Rule } from '../diagnostics/rules.ts'
import type { ListedCheck } from '../newsletter/list-checks.ts'
import type { CheckOptions } from '../settings.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { wrap } from '../typeset/wrap.ts'

/** Formats the list of all checks: name, level and summary, a line for each. */
export function formatCheckList(checks: readonly ListedCheck[], { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const paint = { error: colours.red, warning: colours.yellow, off: colours.dim }
  const width = Math.max(0, ...checks.map(({ check }) => displayWidth(check.name)))
  return checks
    .map(({ check, level, isCustom }) => {
      const gap = ' '.repeat(width - displayWidth(check.name) + 2)
      const origin = isCustom ? ' (custom)' : ''
      return `${check.name}${gap}${paint[level](level.padEnd(7))}  ${check.summary}${origin}\n`
    })
    .join('')
}

/** Formats all details of a check. */
export function formatCheck(listed: ListedCheck, { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const { check, level, options, isCustom } = listed
  const isDefault = level === check.level
  const origin = isCustom ? ', a custom check' : ''
  const lines = [
    `${colours.bold(check.name)}  ${level}${isDefault ? '' : ` (${check.level} by default)`}${origin}`,
    '',
    wrapParagraph(check.summary),
    '',
    wrapParagraph(check.note),
    ...formatOptions(check.options ?? {}, options),
    '',
    '  In the config:',
    '',
    '    checks:',
    ...formatConfig(listed),
    '',
    '  For one line of an issue, before it:',
    '',
    `    <!-- issue-disable-next-line ${check.name} -->`,
    '',
    `  For more lines, between \`<!-- issue-disable ${check.name} -->\` and \`<!-- issue-enable ${check.name} -->\`.`,
    ...(isCustom ? [] : ['', `  ${formatRuleUrl(check.name)}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** Formats all details of a rule that is not a check. */
export function formatRule(
  { id, title, explanation, fix, url }: Rule,
  { colour }: { colour: boolean },
): string {
  const colours = picocolors.createColors(colour)
  const [advice = '', ...examples] = fix.split('\n\n')
  const lines = [
    `${colours.bold(id)}  always on`,
    '',
    wrapParagraph(title),
    '',
    wrapParagraph(explanation),
    '',
    wrapParagraph(advice),
    ...examples.flatMap((example) => ['', ...example.split('\n').map((line) => `    ${line}`)]),
    '',
    `  ${url}`,
  ]
  return `${lines.join('\n')}\n`
}

function wrapParagraph(text: string): string {
  return wrap(text, { width: 90, first: '  ', rest: '  ' })
}

function formatOptions(defaults: CheckOptions, options: CheckOptions): string[] {
  const lines = Object.entries(defaults).map(([name, fallback]) => {
    const value = JSON.stringify(options[name] ?? fallback)
    const changed = value !== JSON.stringify(fallback)
    return `    ${name}: ${value}${changed ? ` (${JSON.stringify(fallback)} by default)` : ''}`
  })
  return lines.length > 0 ? ['', '  Options:', '', ...lines] : []
}

/** Formats the values for the config: off, the other level, and options. */
function formatConfig({ check, isCustom }: ListedCheck): string[] {
  // A custom check is configured where it is defined.
  if (isCustom) return [`      ${check.name}: defineCheck({ …, level: 'off' })`]
  const other = check.level === 'error' ? 'warning' : 'error'
  const [option] = Object.entries(check.options ?? {})
  const setting =
    option &&
    `[${check.level === 'off' ? other : check.level}, { ${option[0]}: ${JSON.stringify(option[1])} }]`
  return [...(check.level === 'off' ? [] : ['off']), other, ...(setting ? [setting] : [])].map(
    (value, index) => `      ${index > 0 ? '# or ' : ''}${check.name}: ${value}`,
  )
}
