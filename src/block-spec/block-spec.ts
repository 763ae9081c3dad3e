import * as v from 'valibot'
import type { BlockSpec } from '../types.ts'

const presence = v.picklist(['none', 'optional', 'required'], '`none`, `optional` or `required`')

const count = v.optional(
  v.looseObject({
    min: v.optional(v.number('a number'), 1),
    max: v.optional(v.number('a number'), Number.POSITIVE_INFINITY),
  }),
)

const attribute = v.looseObject({
  type: v.optional(
    v.picklist(
      ['text', 'url', 'image', 'number', 'boolean', 'list'],
      '`text`, `url`, `image`, `number`, `boolean` or `list`',
    ),
    'text',
  ),
  required: v.optional(v.boolean('`true` or `false`'), false),
  default: v.optional(v.union([v.string(), v.number(), v.boolean()], 'text, a number, `true` or `false`')),
  values: v.optional(v.array(v.string('text'), 'a list of the allowed values')),
  min: v.optional(v.number('a number')),
  max: v.optional(v.number('a number')),
  description: v.optional(v.string('text')),
})

/** The schema of a block's spec, in the head of its template and in code; its messages are the texts after "expected". */
export const blockSpecSchema = v.looseObject({
  description: v.optional(v.string('text'), ''),
  label: v.optional(presence, 'none'),
  body: v.optional(presence, 'none'),
  inset: v.optional(v.number('a number'), 0),
  items: count,
  parts: count,
  attributes: v.optional(v.record(v.string(), attribute), {}),
})

/**
 * Creates a block's spec with its defaults.
 * @param value the output of `blockSpecSchema`, without keys that have errors
 */
export function createBlockSpec(
  name: string,
  value: Partial<v.InferOutput<typeof blockSpecSchema>>,
): BlockSpec {
  return {
    name,
    description: value.description ?? '',
    label: value.label ?? 'none',
    body: value.body ?? 'none',
    inset: value.inset ?? 0,
    ...(value.items && { items: { min: value.items.min, max: value.items.max } }),
    ...(value.parts && { parts: { min: value.parts.min, max: value.parts.max } }),
    attributes: value.attributes ?? {},
  }
}
