import { mapValues } from './convert-schema.ts'
import type { JsonSchema } from './json-schema.ts'

/**
 * Adds descriptions to the keys of a schema.
 * @param texts in Markdown, by the path of the key: `utm.source`; `*` stands for any key
 */
export function describeSchema(
  schema: JsonSchema,
  texts: Readonly<Record<string, string>>,
  path = '',
): JsonSchema {
  const describe = (child: JsonSchema, key: string) =>
    describeSchema(child, texts, path ? `${path}.${key}` : key)
  const text = Object.hasOwn(texts, path) ? texts[path] : undefined
  const { properties, additionalProperties, anyOf } = schema
  return {
    ...(text !== undefined && { description: removeLinks(text) }),
    ...schema,
    ...(properties && { properties: mapValues(properties, describe) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: describe(additionalProperties, '*'),
    }),
    ...(anyOf && { anyOf: anyOf.map(({ description: _, ...each }) => withoutDescription(each)) }),
  }

  /** A choice has the path of what it is a choice for, whose description is not repeated. */
  function withoutDescription(choice: JsonSchema): JsonSchema {
    const { description: _, ...rest } = describeSchema(choice, texts, path)
    return rest
  }
}

/** The links of the manual's pages lead nowhere from an editor. */
function removeLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}
