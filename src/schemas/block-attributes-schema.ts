import { formatNumberRange } from '../block-spec/format-number-range.ts'
import type { AttributeSpec, BlockSpec } from '../types.ts'
import { mapValues } from './convert-schema.ts'
import type { JsonSchema } from './json-schema.ts'

/** The attributes of a block as an issue writes them, each a text: `{columns=2 #feedback}`. */
export function createAttributesSchema({ description, attributes }: BlockSpec): JsonSchema {
  const required = Object.keys(attributes).filter((name) => attributes[name]?.required)
  return {
    ...(description && { description }),
    type: 'object',
    properties: mapValues(attributes, createAttributeSchema),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** A range is only described: the value is a text, which JSON Schema does not compare as a number. */
function createAttributeSchema(spec: AttributeSpec): JsonSchema {
  const { type, values, default: fallback } = spec
  const description = [spec.description, formatNumberRange(spec)].filter(Boolean).join('; ')
  return {
    ...(description && { description }),
    ...(fallback !== undefined && { default: String(fallback) }),
    ...createValueSchema(type, values),
  }
}

function createValueSchema(type: AttributeSpec['type'], values: AttributeSpec['values']): JsonSchema {
  if (type === 'boolean') return { enum: ['', 'true', 'false'] }
  if (type === 'number') return { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }
  return type === 'text' && values ? { enum: [...values] } : { type: 'string' }
}
