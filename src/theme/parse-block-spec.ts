import * as v from 'valibot'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { BlockSpec } from '../types.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { splitHead } from './split-head.ts'

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

/** The keys in the head of a block's template. */
const headSchema = v.looseObject({
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
 * Parses the spec of a block from the head of its template. Mistakes are reported on the template's file.
 * @param name the block's name, which is the file's name without its extension
 */
export function parseBlockSpec(name: string, file: VFile): BlockSpec {
  const { head, offset } = splitHead(String(file))
  if (head === '' && /^---[ \t]*\r?\n/.test(String(file))) reportUnclosedHead(file)
  const value = validate(headSchema, parseYaml(head, file, offset), file, {
    ruleId: 'block-head',
    subject: "block's head",
  })
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

function reportUnclosedHead(file: VFile): void {
  report(file, "Missing closing `---` of the block's head", {
    ruleId: 'block-head',
    place: { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
    note: 'Put a line with `---` below the last key.',
  })
}
