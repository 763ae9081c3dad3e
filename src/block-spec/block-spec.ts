import * as v from 'valibot'
import type { BlockSpec } from '../types.ts'

const presence = v.picklist(['none', 'optional', 'required'], '`none`, `optional` or `required`')

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
  description: v.optional(v.string('text')),
})

/** The form of a block's spec, in the head of its template and in code; the messages are what stands behind "expected". */
export const blockSpecSchema = v.looseObject({
  description: v.optional(v.string('text'), ''),
  label: v.optional(presence, 'none'),
  body: v.optional(presence, 'none'),
  inset: v.optional(v.number('a number'), 0),
  items: v.optional(
    v.looseObject({
      min: v.optional(v.number('a number'), 1),
      max: v.optional(v.number('a number'), Number.POSITIVE_INFINITY),
    }),
  ),
  attributes: v.optional(v.record(v.string(), attribute), {}),
})

/**
 * A block's spec with its defaults filled in.
 * @param value what `blockSpecSchema` gives; keys with mistakes are left out
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
    attributes: value.attributes ?? {},
  }
}
