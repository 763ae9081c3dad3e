import picocolors from 'picocolors'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import type { Rule } from '../diagnostics/rules.ts'
import type { ListedCheck } from '../newsletter/list-checks.ts'
import type { CheckOptions } from '../settings.ts'
import { wrap } from '../typeset/wrap.ts'

/** All that there is to know of a check, for a person to read. */
export function formatCheck(listed: ListedCheck, { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const { check, level, options, isCustom } = listed
  const isDefault = level === check.level
  const whose = isCustom ? ', a check of your own' : ''
  const lines = [
    `${colours.bold(check.name)}  ${level}${isDefault ? '' : ` (${check.level} by default)`}${whose}`,
    '',
    toParagraph(check.summary),
    '',
    toParagraph(check.note),
    ...toOptionLines(check.options ?? {}, options),
    '',
    '  In the config:',
    '',
    '    checks:',
    ...toConfigLines(listed),
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

/** All that there is to know of a rule that is not a check. */
export function formatRule(
  { id, title, explanation, fix, url }: Rule,
  { colour }: { colour: boolean },
): string {
  const colours = picocolors.createColors(colour)
  const [advice = '', ...examples] = fix.split('\n\n')
  const lines = [
    `${colours.bold(id)}  always on`,
    '',
    toParagraph(title),
    '',
    toParagraph(explanation),
    '',
    toParagraph(advice),
    ...examples.flatMap((example) => ['', ...example.split('\n').map((line) => `    ${line}`)]),
    '',
    `  ${url}`,
  ]
  return `${lines.join('\n')}\n`
}

function toParagraph(text: string): string {
  return wrap(text, { width: 90, first: '  ', rest: '  ' })
}

function toOptionLines(defaults: CheckOptions, options: CheckOptions): string[] {
  const lines = Object.entries(defaults).map(([name, fallback]) => {
    const value = JSON.stringify(options[name] ?? fallback)
    const changed = value !== JSON.stringify(fallback)
    return `    ${name}: ${value}${changed ? ` (${JSON.stringify(fallback)} by default)` : ''}`
  })
  return lines.length > 0 ? ['', '  Options:', '', ...lines] : []
}

/** How it is switched off, made graver or milder, and given options. */
function toConfigLines({ check, isCustom }: ListedCheck): string[] {
  // Under its name stands the check itself, which has its level and options within it.
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
