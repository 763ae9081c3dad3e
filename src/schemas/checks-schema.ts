import type { Check } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { linkOnline } from '../checks/link-online.ts'
import { findRule, isRuleId, rules } from '../diagnostics/rules.ts'
import type { CheckOptions } from '../settings.ts'
import { mapValues } from './convert-schema.ts'
import type { JsonSchema } from './json-schema.ts'

const level: JsonSchema = { $ref: '#/definitions/level' }

/** The definitions that `createChecksSchema` refers to; `check` is the entry of one without options. */
export const checkDefinitions = {
  level: { enum: ['off', 'warning', 'error'] },
  check: createEntry({}),
}

/** The config's `checks`, which `validateChecks` validates: each check and each other rule that has a level. */
export function createChecksSchema(): JsonSchema {
  const others = Object.keys(rules)
    .filter(isRuleId)
    .map(findRule)
    .filter(({ fixed }) => fixed !== 'all')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries([...checks, linkOnline].map((check) => [check.name, createCheckSchema(check)])),
      ...Object.fromEntries(others.map(({ id, title }) => [id, createEntrySchema(title, {})])),
    },
    additionalProperties: false,
  }
}

function createCheckSchema({
  summary,
  level: standard,
  options = {},
}: Pick<Check, 'summary' | 'level' | 'options'>) {
  return createEntrySchema(`${summary} (\`${standard}\` if not given)`, options)
}

function createEntrySchema(description: string, options: CheckOptions): JsonSchema {
  return Object.keys(options).length > 0
    ? { description, ...createEntry(options) }
    : { description, allOf: [{ $ref: '#/definitions/check' }] }
}

/** A level, or a list of a level and options, whose types are those of their defaults. */
function createEntry(options: CheckOptions): JsonSchema {
  const form: JsonSchema = {
    type: 'object',
    properties: mapValues(options, (value) => ({
      type: findType(value),
      default: value,
      ...createItems(value),
    })),
    additionalProperties: false,
  }
  const list: JsonSchema = { type: 'array', items: [level, form], minItems: 1, additionalItems: false }
  return { anyOf: [level, list, { type: 'null' }] }
}

function findType(value: CheckOptions[string]): string {
  return Array.isArray(value) ? 'array' : typeof value
}

function createItems(value: CheckOptions[string]): JsonSchema {
  return Array.isArray(value) ? { items: { type: 'string' } } : {}
}
