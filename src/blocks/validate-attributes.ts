import { formatNumberRange } from '../block-spec/format-number-range.ts'
import { findIncludedFile } from '../diagnostics/included-files.ts'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { AttributeSpec, AttributeValue, BlockSpec, Directive } from '../types.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import { findService, guessProfile } from '../urls/social-profiles.ts'
import type { BlockContext } from './block-context.ts'
import { attributePlace, openingLine } from './opening-line.ts'

/**
 * Validates the attributes of a directive against its spec.
 * @returns every declared attribute, typed; `null` for one that is missing and has no default, or is invalid
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
    if (raw !== undefined && raw !== null && !isMissing(raw, name, attribute))
      return [name, validateValue(raw, name, attribute, node, context)]
    if (attribute.required) reportMissingAttribute(name, node, spec, context)
    return [name, resolveDefault(attribute)]
  })
  return Object.fromEntries(entries)
}

/** An empty value is none, where one is required; an empty `alt` says that a picture only decorates (WCAG 2.2, 1.1.1). */
function isMissing(raw: string, name: string, { required }: AttributeSpec): boolean {
  return required && raw.trim() === '' && name !== 'alt'
}

function resolveDefault(attribute: AttributeSpec): AttributeValue {
  const { type, default: value } = attribute
  if (value === undefined) return type === 'boolean' ? false : null
  return type === 'list' ? splitList(String(value)) : value
}

function validateValue(
  raw: string,
  name: string,
  spec: AttributeSpec,
  node: Directive,
  context: BlockContext,
): AttributeValue {
  if (spec.type === 'url' && raw.trim() === '') {
    reportEmptyAddress(name, node, context)
    return null
  }
  const included = findIncludedFile(context.file, node.position?.start.offset)
  const parsed = parseValue(raw, name, spec, context, included?.path)
  if ('value' in parsed) return parsed.value
  report(context.file, parsed.reason, {
    ruleId: 'block-attribute',
    place: attributePlace(node, name, context.source),
    note: parsed.note,
  })
  return null
}

/** To a template an empty address is one, so that its link would lead nowhere. */
function reportEmptyAddress(name: string, node: Directive, { file, source }: BlockContext): void {
  report(file, `Unexpected empty \`${name}\` of block \`${node.name}\`, expected an address`, {
    ruleId: 'block-attribute',
    place: attributePlace(node, name, source),
    note: 'Write where it leads, or remove the attribute: then there is no link.',
    severity: 'warning',
  })
}

type ParsedValue = { value: AttributeValue } | { reason: string; note?: string }

/** @param included the path of the included file that contains the block, if it is not in the issue itself */
function parseValue(
  raw: string,
  name: string,
  spec: AttributeSpec,
  context: BlockContext,
  included: string | undefined,
): ParsedValue {
  const unexpected = (value: string, expected: string): ParsedValue => ({
    reason: `Unexpected value \`${value}\` of \`${name}\`, expected ${expected}`,
  })
  const { values } = spec
  switch (spec.type) {
    case 'text':
      return !values || values.includes(raw) ? { value: raw } : unexpected(raw, expectedName(raw, values))
    case 'number':
      return isInRange(raw, spec)
        ? { value: Number(raw) }
        : unexpected(raw, `a number ${formatNumberRange(spec)}`.trimEnd())
    case 'boolean':
      if (raw === 'false') return { value: false }
      return raw === '' || raw === 'true' ? { value: true } : unexpected(raw, '`true` or `false`')
    case 'list': {
      const list = splitList(raw)
      const bad = values && list.find((word) => !values.includes(word))
      return bad === undefined ? { value: list } : unexpected(bad, listNames(values ?? []))
    }
    case 'url': {
      const resolved = resolveLink(raw, included ? { ...context.links, issuePath: included } : context.links)
      if ('url' in resolved) return { value: resolved.url }
      const profile = guessProfile(name, raw)
      return profile === undefined ? resolved : unexpectedHandle(raw, name, profile)
    }
    case 'image': {
      const stored = context.imageStore.resolve(raw, included ? { file: included } : 'issue')
      return 'picture' in stored ? { value: stored.picture } : stored
    }
  }
}

function isInRange(raw: string, { min = -Infinity, max = Infinity }: AttributeSpec): boolean {
  return /^-?\d+(\.\d+)?$/.test(raw) && Number(raw) >= min && Number(raw) <= max
}

function unexpectedHandle(raw: string, name: string, profile: string): ParsedValue {
  return {
    reason: `Unexpected handle \`${raw}\` in \`${name}\`, expected a whole address`,
    note: `Did you mean \`${name}="${profile}"\`?`,
  }
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

function reportUnknownAttribute(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const known = Object.keys(spec.attributes)
  const service = findService(name, known)
  const expected =
    known.length > 0 ? `, expected ${service ? `\`${service}\`` : expectedName(name, known)}` : ''
  report(context.file, `Unexpected attribute \`${name}\` of block \`${spec.name}\`${expected}`, {
    ruleId: 'block-attribute',
    place: attributePlace(node, name, context.source),
    note: known.length > 0 ? explainUnknown(name, spec, service) : 'This block has no attributes.',
  })
}

/** The form of an address, for a service that a block has no picture of. */
function explainUnknown(
  name: string,
  { attributes }: BlockSpec,
  service: string | undefined,
): string | undefined {
  const isService = attributes.mastodon?.type === 'url' && attributes.website?.type === 'url'
  if (!isService || nearest(name, Object.keys(attributes)) !== undefined) return undefined
  return service === undefined
    ? 'There is no picture of this service. Write its address as `website="https://…"`, or a link in the text.'
    : `Write the whole address: \`${service}="https://…"\`.`
}

function reportMissingAttribute(name: string, node: Directive, spec: BlockSpec, context: BlockContext): void {
  const description = spec.attributes[name]?.description
  report(context.file, `Missing attribute \`${name}\` of block \`${spec.name}\``, {
    ruleId: 'block-attribute',
    place: openingLine(node, context.source),
    note: `Write \`{${name}="…"}\` behind the name${description ? `: ${description}` : '.'}`,
  })
}
