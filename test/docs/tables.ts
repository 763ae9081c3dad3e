/** The tables of the documentation that are made of what the code declares. */
import { formatNumberRange } from '../../src/block-spec/format-number-range.ts'
import { checks } from '../../src/checks/index.ts'
import { linkOnline } from '../../src/checks/link-online.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { listRules } from '../../src/newsletter/list-rules.ts'
import { formatRuleTable } from '../../src/report/format-rule-table.ts'
import { configKeys } from '../../src/schemas/config-keys.ts'
import type { IssueKey } from '../../src/schemas/issue-keys.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import type { AttributeSpec, BlockSpec } from '../../src/types.ts'
import { floors } from '../floors.ts'

export function formatBlockTable(): string {
  const blocks =
    createThemes(loadTemplates(), defaultSettings).get('default')?.blocks ?? new Map<string, BlockSpec>()
  const rows = [...blocks.values()].map(
    (spec) => `| ${formatBlockSyntax(spec)} | ${spec.description} | ${formatAttributes(spec)} |`,
  )
  return ['| block | what it is | attributes |', '| --- | --- | --- |', ...rows.sort()].join('\n')
}

/** Each row has an anchor, which the messages' links lead to. */
export function formatCheckTable(): string {
  const rows = [...checks, linkOnline].map(({ name, level, summary, options = {} }) => {
    const told = Object.entries(options).map(([key, value]) => `\`${key}: ${JSON.stringify(value)}\``)
    return `| <a id="${name}"></a>\`${name}\` | ${level} | ${summary} | ${told.join(', ')} |`
  })
  return ['| check | level | what it checks | options |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** The rules that are not checks. */
export function formatOtherRuleTable(): string {
  return formatRuleTable(listRules().filter((rule) => !rule.isCheck))
}

/** The folders of `src/`, top to bottom. */
export function formatFloorTable(): string {
  const rows = floors.map(({ rooms, description }, index) => {
    const paths = rooms.map((room) => `\`${room.endsWith('.ts') ? room : `${room}/`}\``)
    return `| ${index + 1} | ${paths.join(', ')} | ${description} |`
  })
  return ['| row | folders | what is in it |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The keys of the config. */
export function formatConfigKeyTable(): string {
  const rows = Object.entries(configKeys).map(([key, meaning]) => `| \`${key}\` | ${meaning} |`)
  return ['| key | meaning |', '| --- | --- |', ...rows].join('\n')
}

/** Keys with their defaults: of the front matter, or of the head of a block. */
export function formatKeyTable(keys: Readonly<Record<string, IssueKey>>): string {
  const rows = Object.entries(keys).map(
    ([key, { meaning, fallback }]) => `| \`${key}\` | ${meaning} | ${fallback} |`,
  )
  return ['| key | meaning | default |', '| --- | --- | --- |', ...rows].join('\n')
}

function formatBlockSyntax({ name, label, body, items, parts }: BlockSpec): string {
  const colons = body === 'none' && !items && !parts ? '::' : ':::'
  const brackets = label === 'none' ? '' : label === 'required' ? '[Label]' : '[label]'
  return `\`${colons}${name}${brackets}\``
}

function formatAttributes({ attributes }: BlockSpec): string {
  return Object.entries(attributes).map(formatAttribute).join('; ') || 'none'
}

function formatAttribute([name, spec]: [string, AttributeSpec]): string {
  const { required, values, description, default: fallback } = spec
  const range = formatNumberRange(spec)
  const notes = [
    ...(range === '' ? [] : [range]),
    ...(values ? [values.map((value) => `\`${value}\``).join(', ')] : []),
    ...(required ? ['required'] : fallback === undefined ? [] : [`default \`${fallback}\``]),
    ...(description ? [description] : []),
  ]
  return `\`${name}\`${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}
