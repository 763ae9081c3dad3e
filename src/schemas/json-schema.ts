/** A JSON Schema of draft 7, with the keywords that are used here. https://json-schema.org/draft-07 */
export interface JsonSchema {
  $schema?: string
  $ref?: string
  title?: string
  description?: string
  type?: string | string[]
  enum?: unknown[]
  default?: unknown
  pattern?: string
  minLength?: number
  minimum?: number
  properties?: Record<string, JsonSchema>
  patternProperties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  propertyNames?: JsonSchema
  required?: string[]
  items?: JsonSchema | JsonSchema[]
  additionalItems?: boolean
  minItems?: number
  maxItems?: number
  allOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  definitions?: Record<string, JsonSchema>
}

/** The names of the schemas, as `issue schema` knows them. */
export const schemaNames = ['config', 'issue', 'sponsors', 'block'] as const

export type SchemaName = (typeof schemaNames)[number]
