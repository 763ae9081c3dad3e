import type { BlockSpec } from '../types.ts'
import { createAttributesSchema } from './block-attributes-schema.ts'
import type { JsonSchema } from './json-schema.ts'

/** What a newsletter has that its issues refer to. */
export interface NewsletterNames {
  /** The keys of its sponsors. */
  sponsors: readonly string[]
  /** The blocks of each of its templates, by name. */
  templates: ReadonlyMap<string, { blocks: ReadonlyMap<string, BlockSpec> }>
}

/**
 * Adds to the schema of an issue what a newsletter has: the keys of its sponsors, the names of its templates, and in
 * `definitions`, for each template, the attributes of its blocks: `#/definitions/default/definitions/sponsor`.
 */
export function addNewsletter(issue: JsonSchema, { sponsors, templates }: NewsletterNames): JsonSchema {
  const { sponsor, template, ...others } = issue.properties ?? {}
  const definitions = [...templates].map(([name, { blocks }]): [string, JsonSchema] => {
    const specs = [...blocks.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const schemas = specs.map((spec): [string, JsonSchema] => [spec.name, createAttributesSchema(spec)])
    return [name, { title: `Blocks of the template \`${name}\``, definitions: Object.fromEntries(schemas) }]
  })
  return {
    ...issue,
    properties: {
      ...others,
      ...(sponsor && { sponsor: sponsors.length > 0 ? withNames(sponsor, sponsors) : sponsor }),
      ...(template && { template: withNames(template, [...templates.keys()]) }),
    },
    definitions: Object.fromEntries(definitions),
  }
}

function withNames({ type: _, ...schema }: JsonSchema, names: readonly string[]): JsonSchema {
  return { ...schema, enum: [...names, null] }
}
