/** The tables of the documentation that are made of what the code declares. */
import { checks } from '../../src/checks/index.ts'
import { linkOnline } from '../../src/checks/link-online.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import type { AttributeSpec, BlockSpec } from '../../src/types.ts'

export function toBlockTable(): string {
  const blocks =
    createThemes(loadTemplates(), defaultSettings).get('default')?.blocks ?? new Map<string, BlockSpec>()
  const rows = [...blocks.values()].map(
    (spec) => `| ${toForm(spec)} | ${spec.description} | ${toAttributes(spec)} |`,
  )
  return ['| block | what it is | attributes |', '| --- | --- | --- |', ...rows.sort()].join('\n')
}

/** Each row has an anchor, which the messages' links lead to. */
export function toCheckTable(): string {
  const rows = [...checks, linkOnline].map(({ name, level, summary, options = {} }) => {
    const told = Object.entries(options).map(([key, value]) => `\`${key}: ${JSON.stringify(value)}\``)
    return `| <a id="${name}"></a>\`${name}\` | ${level} | ${summary} | ${told.join(', ')} |`
  })
  return ['| check | level | what it checks | options |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function toForm({ name, label, body, items }: BlockSpec): string {
  const colons = body === 'none' && !items ? '::' : ':::'
  const brackets = label === 'none' ? '' : label === 'required' ? '[Label]' : '[label]'
  return `\`${colons}${name}${brackets}\``
}

function toAttributes({ attributes }: BlockSpec): string {
  return Object.entries(attributes).map(toAttribute).join('; ') || 'none'
}

function toAttribute([name, { required, values, description, default: fallback }]: [
  string,
  AttributeSpec,
]): string {
  const notes = [
    ...(values ? [values.map((value) => `\`${value}\``).join(', ')] : []),
    ...(required ? ['required'] : fallback === undefined ? [] : [`default \`${fallback}\``]),
    ...(description ? [description] : []),
  ]
  return `\`${name}\`${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}
