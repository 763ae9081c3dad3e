import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema, LazySchema } from 'valibot'
import type { JsonSchema } from './json-schema.ts'

/**
 * Converts a schema of Valibot to JSON Schema: the form of what is written, before it is transformed. What only a function
 * can check, such as that an address is complete, is left to the build. Unknown keys are invalid, as `validate` reports them.
 */
export function convertSchema(schema: GenericSchema): JsonSchema {
  const converted: JsonSchema = toJsonSchemaLeniently(schema)
  delete converted.$schema
  return tidy(converted)
}

function toJsonSchemaLeniently(schema: GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === 'lazy' ? convertLazy(valibotSchema) : null,
    overrideAction: ({ valibotAction, jsonSchema }) => {
      const { requirement } = valibotAction as { requirement?: unknown }
      // JSON Schema's patterns have no flags: without its `i` this one would refuse what the build accepts.
      if (!(requirement instanceof RegExp) || !requirement.flags.includes('i')) return null
      const { pattern: _, ...rest } = jsonSchema
      return rest
    },
  }) as JsonSchema
}

/** A lazy schema chooses by what was written: a list, a map, or one value. */
function convertLazy(schema: object): ReturnType<typeof toJsonSchema> {
  const { getter } = schema as LazySchema<GenericSchema>
  const forms = ['', [], {}].map((written) => convertSchema(getter(written)))
  const anyOf = [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()]
  return (anyOf.length === 1 ? anyOf[0] : { anyOf }) as ReturnType<typeof toJsonSchema>
}

/** Removes what says nothing, and forbids the keys that an object does not have. */
function tidy(schema: JsonSchema): JsonSchema {
  const { propertyNames: _, required = [], ...rest } = schema
  const tidied: JsonSchema = { ...rest }
  if (required.length > 0) tidied.required = required
  if (tidied.default === null || typeof tidied.default === 'object') delete tidied.default
  if (tidied.enum) delete tidied.type
  if (schema.properties) {
    tidied.properties = mapValues(schema.properties, tidy)
    tidied.additionalProperties ??= false
  }
  if (typeof tidied.additionalProperties === 'object')
    tidied.additionalProperties = tidy(tidied.additionalProperties)
  if (tidied.items && !Array.isArray(tidied.items)) tidied.items = tidy(tidied.items)
  if (tidied.anyOf) tidied.anyOf = tidied.anyOf.map(tidy)
  return tidied
}

/**
 * Lets the optional keys of a map have no value (`name:`), which counts as if they were not there.
 * @param opaque the keys whose values are left as they are
 * @param isDeep whether this also holds for maps within
 */
export function allowEmpty(
  schema: JsonSchema,
  { opaque = [], isDeep }: { opaque?: readonly string[]; isDeep: boolean },
): JsonSchema {
  const allow = (child: JsonSchema) => addNull(isDeep ? allowEmpty(child, { opaque, isDeep }) : child)
  const { properties, additionalProperties, required = [] } = schema
  const allowIn = (name: string, child: JsonSchema) => {
    if (required.includes(name)) return child
    return opaque.includes(name) ? addNull(child) : allow(child)
  }
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, (child, name) => allowIn(name, child)) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: allow(additionalProperties) }),
    ...(schema.anyOf &&
      isDeep && { anyOf: schema.anyOf.map((each) => allowEmpty(each, { opaque, isDeep })) }),
  }
}

function addNull(schema: JsonSchema): JsonSchema {
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  if (schema.enum) return { ...schema, enum: [...schema.enum, null] }
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema
}

/** Converts each value of a record. */
export function mapValues<From, To>(
  record: Record<string, From>,
  convert: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value, key)]))
}
