import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import type { AttributeSpec, AttributeValue, BlockSpec, Directive } from '../types.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import type { BlockContext } from './block-context.ts'
import { attributePlace, openingLine } from './opening-line.ts'

/**
 * The attributes of a directive as its spec types them: every declared one is there, `null` when it was not given,
 * has no default, or is wrong.
 */
export function validateAttributes(
  node: Directive,
  spec: BlockSpec,
  context: BlockContext,
): Record<string, AttributeValue> {
  const given = node.attributes ?? {}
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(spec.attributes, name)) reportUnknownAttribute(name, node, spec, context)
  }
  const entries = Object.entries(spec.attributes).map(([name, attribute]): [string, AttributeValue] => {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined
    if (raw !== undefined && raw !== null) return [name, parseValue(raw, name, attribute, node, context)]
    if (attribute.required) reportMissingAttribute(name, node, spec, context)
    return [name, resolveDefault(attribute)]
  })
  return Object.fromEntries(entries)
}

function resolveDefault(attribute: AttributeSpec): AttributeValue {
  const { type, default: value } = attribute
  if (value === undefined) return type === 'boolean' ? false : null
  return type === 'list' ? splitList(String(value)) : value
}

function parseValue(
  raw: string,
  name: string,
  spec: AttributeSpec,
  node: Directive,
  context: BlockContext,
): AttributeValue {
  const reportValue = (reason: string, note?: string) => {
    report(context.file, reason, {
      ruleId: 'block-attribute',
      place: attributePlace(node, name, context.source),
      note,
    })
    return null
  }
  const unexpected = (value: string, expected: string) =>
    reportValue(`Unexpected value \`${value}\` of \`${name}\`, expected ${expected}`)
  const allowed = (value: string) => !spec.values || spec.values.includes(value)
  switch (spec.type) {
    case 'text':
      return allowed(raw) ? raw : unexpected(raw, expectedName(raw, spec.values ?? []))
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(raw) ? Number(raw) : unexpected(raw, 'a number')
    case 'boolean':
      return raw === '' || raw === 'true'
        ? true
        : raw === 'false'
          ? false
          : unexpected(raw, '`true` or `false`')
    case 'list': {
      const bad = splitList(raw).find((word) => !allowed(word))
      return bad === undefined ? splitList(raw) : unexpected(bad, listNames(spec.values ?? []))
    }
    case 'url': {
      const resolved = resolveLink(raw, context.links)
      return 'url' in resolved ? resolved.url : reportValue(resolved.reason, resolved.note)
    }
    case 'image': {
      const stored = context.imageStore.resolve(raw, 'issue')
      return 'picture' in stored ? stored.picture : reportValue(stored.reason, stored.note)
    }
  }
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

function reportUnknownAttribute(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const known = Object.keys(spec.attributes)
  const expected = known.length > 0 ? `, expected ${expectedName(name, known)}` : ''
  report(context.file, `Unexpected attribute \`${name}\` of block \`${spec.name}\`${expected}`, {
    ruleId: 'block-attribute',
    place: attributePlace(node, name, context.source),
    note: known.length > 0 ? undefined : 'This block has no attributes.',
  })
}

function reportMissingAttribute(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const description = spec.attributes[name]?.description
  report(context.file, `Missing attribute \`${name}\` of block \`${spec.name}\``, {
    ruleId: 'block-attribute',
    place: openingLine(node, context.source),
    note: `Write \`{${name}="…"}\` behind the name${description ? `: ${description}` : '.'}`,
  })
}
