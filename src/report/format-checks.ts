import picocolors from 'picocolors'
import type { Rule } from '../diagnostics/rules.ts'
import type { ListedCheck } from '../newsletter/list-checks.ts'
import type { ConfiguredRule } from '../newsletter/list-rules.ts'
import type { CheckLevel, CheckOptions } from '../settings.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { wrap } from '../typeset/wrap.ts'

/** Formats the list of all rules: name, level and summary, a line for each; the checks first. */
export function formatCheckList(
  checks: readonly ListedCheck[],
  others: readonly ConfiguredRule[],
  { colour }: { colour: boolean },
): string {
  const rows = [
    ...checks.map(({ check, level, isCustom }) => ({
      id: check.name,
      level,
      title: check.summary,
      isCustom,
    })),
    ...others.map(({ level, fixed, ...rule }) => ({
      ...rule,
      level: fixed === 'all' ? 'fixed' : (level ?? 'on'),
    })),
  ]
  const colours = picocolors.createColors(colour)
  const paints: Record<string, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    off: colours.dim,
  }
  const width = Math.max(0, ...rows.map(({ id }) => displayWidth(id)))
  return rows
    .map(({ id, level, title, isCustom }) => {
      const gap = ' '.repeat(width - displayWidth(id) + 2)
      const label = level.padEnd(7)
      return `${id}${gap}${paints[level]?.(label) ?? label}  ${title}${isCustom ? ' (custom)' : ''}\n`
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
    ...formatSwitches(check.name),
  ]
  return `${lines.join('\n')}\n`
}

/** Formats how comments in an issue switch a rule off. */
function formatSwitches(name: string): string[] {
  return [
    '',
    '  For one line of an issue, before it:',
    '',
    `    <!-- issue-disable-next-line ${name} -->`,
    '',
    `  For more lines, between \`<!-- issue-disable ${name} -->\` and \`<!-- issue-enable ${name} -->\`.`,
  ]
}

/** How a rule that is not a check is configured: its level is that of each message when the config sets none. */
interface RuleView {
  colour: boolean
  level: CheckLevel | undefined
}

/** Formats all details of a rule that is not a check. */
export function formatRule({ id, title, explanation, fix, fixed }: Rule, view: RuleView): string {
  const colours = picocolors.createColors(view.colour)
  const [advice = '', ...examples] = fix.split('\n\n')
  const lines = [
    `${colours.bold(id)}  ${fixed === 'all' ? 'always on' : (view.level ?? 'on')}`,
    '',
    wrapParagraph(title),
    '',
    wrapParagraph(explanation),
    '',
    wrapParagraph(advice),
    ...examples.flatMap((example) => ['', ...example.split('\n').map((line) => `    ${line}`)]),
    ...(fixed === 'errors' ? ['', '  Its errors are always on. Its warnings can be configured:'] : []),
    ...(fixed === 'all' ? [] : formatRuleConfig(id)),
  ]
  return `${lines.join('\n')}\n`
}

/** Formats all that is known of a rule of a block that the config defines. */
export function formatBlockRule({ id, block }: { id: string; block: string }, view: RuleView): string {
  const colours = picocolors.createColors(view.colour)
  const lines = [
    `${colours.bold(id)}  ${view.level ?? 'on'}, a rule of a custom block`,
    '',
    wrapParagraph(`What the block \`${block}\`, which the config defines, reports with \`report\`.`),
    ...formatRuleConfig(id),
  ]
  return `${lines.join('\n')}\n`
}

function formatRuleConfig(id: string): string[] {
  const levels = [`      ${id}: off`, `      # or ${id}: warning`]
  return ['', '  In the config:', '', '    checks:', ...levels, ...formatSwitches(id)]
}

/** Wraps prose. Short code is not broken, so that it can be copied. */
function wrapParagraph(text: string): string {
  const joined = text.replace(/`[^`]{1,60}`/g, (code) =>
    code.replaceAll(' ', noBreakSpace).replaceAll('-', noBreakHyphen),
  )
  const wrapped = wrap(joined, { width: 90, first: '  ', rest: '  ' })
  return wrapped.replaceAll(noBreakSpace, ' ').replaceAll(noBreakHyphen, '-')
}

const noBreakSpace = '\u00A0'
const noBreakHyphen = '\u2011'

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
