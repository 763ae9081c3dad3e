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
    if (!Object.hasOwn(spec.attributes, name)) complainOfUnknown(name, node, spec, context)
  }
  const entries = Object.entries(spec.attributes).map(([name, attribute]): [string, AttributeValue] => {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined
    if (raw !== undefined && raw !== null) return [name, convert(raw, name, attribute, node, context)]
    if (attribute.required) complainOfMissing(name, node, spec, context)
    return [name, fromDefault(attribute)]
  })
  return Object.fromEntries(entries)
}

function fromDefault(attribute: AttributeSpec): AttributeValue {
  const { type, default: value } = attribute
  if (value === undefined) return type === 'boolean' ? false : null
  return type === 'list' ? words(String(value)) : value
}

function convert(
  raw: string,
  name: string,
  spec: AttributeSpec,
  node: Directive,
  context: BlockContext,
): AttributeValue {
  const wrong = (reason: string, note?: string) => {
    report(context.file, reason, {
      ruleId: 'block-attribute',
      place: attributePlace(node, name, context.source),
      note,
    })
    return null
  }
  const unexpected = (value: string, expected: string) =>
    wrong(`Unexpected value \`${value}\` of \`${name}\`, expected ${expected}`)
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
      const bad = words(raw).find((word) => !allowed(word))
      return bad === undefined ? words(raw) : unexpected(bad, listNames(spec.values ?? []))
    }
    case 'url': {
      const resolved = resolveLink(raw, context.links)
      return 'url' in resolved ? resolved.url : wrong(resolved.reason, resolved.note)
    }
    case 'image': {
      const taken = context.imageStore.take(raw, 'issue')
      return 'picture' in taken ? taken.picture : wrong(taken.reason, taken.note)
    }
  }
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

function complainOfUnknown(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const known = Object.keys(spec.attributes)
  const expected = known.length > 0 ? `, expected ${expectedName(name, known)}` : ''
  report(context.file, `Unexpected attribute \`${name}\` of block \`${spec.name}\`${expected}`, {
    ruleId: 'block-attribute',
    place: attributePlace(node, name, context.source),
    note: known.length > 0 ? undefined : 'This block has no attributes.',
  })
}

function complainOfMissing(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const description = spec.attributes[name]?.description
  report(context.file, `Missing attribute \`${name}\` of block \`${spec.name}\``, {
    ruleId: 'block-attribute',
    place: openingLine(node, context.source),
    note: `Write \`{${name}="…"}\` behind the name${description ? `: ${description}` : '.'}`,
  })
}
