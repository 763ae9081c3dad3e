import { blockSpecSchema } from '../block-spec/block-spec.ts'
import { createConfigSchema, sponsorsSchema } from '../config/config-schema.ts'
import { clientNames } from '../mail-clients/features.ts'
import { frontMatterSchema } from '../parse/front-matter-schema.ts'
import { foreignKeys } from '../parse/generator-keys.ts'
import { targetNames } from '../targets/index.ts'
import { blockKeys, nestedBlockKeys } from './block-keys.ts'
import { checkDefinitions, createChecksSchema } from './checks-schema.ts'
import { configKeys, nestedConfigKeys, sponsorKeys } from './config-keys.ts'
import { allowEmpty, convertSchema, mapValues } from './convert-schema.ts'
import { describeSchema } from './describe-schema.ts'
import { issueKeys, nestedIssueKeys } from './issue-keys.ts'
import type { JsonSchema, SchemaName } from './json-schema.ts'

const draft = 'http://json-schema.org/draft-07/schema#'

/** The keys that only a config in JavaScript or TypeScript can have, which no JSON Schema describes (`refuseCode`). */
const codeKeys = ['targets', 'blocks', 'remarkPlugins', 'rehypePlugins']

/**
 * Creates the JSON Schemas that the package contains, of the schemas that the build validates with. They are of data: a
 * config in YAML or JSON, the front matter of an issue, `sponsors.yml`, and the head of a block's template.
 */
export function createSchemas(): Record<SchemaName, JsonSchema> {
  return {
    config: createConfigJsonSchema(),
    issue: createIssueJsonSchema(),
    sponsors: createSponsorsJsonSchema(),
    block: createBlockJsonSchema(),
  }
}

function createConfigJsonSchema(): JsonSchema {
  const converted = removeKeys(convertSchema(createConfigSchema(targetNames)), codeKeys)
  const { properties = {} } = allowEmpty(converted, { opaque: ['theme', 'checks'], isDeep: true })
  const schema: JsonSchema = {
    ...converted,
    properties: {
      ...properties,
      checks: { ...createChecksSchema(), type: ['object', 'null'] },
      clients: { ...properties.clients, items: { enum: [...clientNames] } },
    },
  }
  return {
    $schema: draft,
    title: 'Config of an Issuepress newsletter',
    ...describeSchema(schema, { ...configKeys, ...nestedConfigKeys }),
    definitions: checkDefinitions,
  }
}

function createSponsorsJsonSchema(): JsonSchema {
  const schema = allowEmpty(convertSchema(sponsorsSchema), { isDeep: true })
  return {
    $schema: draft,
    title: 'Sponsors of an Issuepress newsletter',
    ...describeSchema(schema, sponsorKeys),
  }
}

/** The front matter, also in the spellings and with the other programs' keys that the build accepts without a word. */
function createIssueJsonSchema(): JsonSchema {
  const converted = convertSchema(frontMatterSchema)
  const { author = {}, tags = {} } = converted.properties ?? {}
  const properties = {
    ...converted.properties,
    // What `adaptEntries` accepts as well.
    author: { anyOf: [...(author.anyOf ?? []), { ...tags, minItems: 1 }] },
    tags: { anyOf: [{ type: 'string' }, { ...tags, items: { type: ['string', 'number'] } }] },
  }
  const texts = {
    ...mapValues(issueKeys, ({ meaning, fallback }) => `${meaning} (if not given: ${fallback})`),
    ...nestedIssueKeys,
  }
  const spellings = Object.keys(properties).map((key) => [
    `^(?!${key}$)${key.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`)}$`,
    { $ref: `#/properties/${key}` },
  ])
  return {
    $schema: draft,
    title: 'Front matter of an Issuepress issue',
    ...describeSchema(allowEmpty({ ...converted, properties }, { isDeep: false }), texts),
    patternProperties: {
      ...Object.fromEntries(spellings),
      [`^(?:${foreignKeys.join('|')})$`]: {},
    },
  }
}

function createBlockJsonSchema(): JsonSchema {
  const texts = { ...mapValues(blockKeys, ({ meaning }) => meaning), ...nestedBlockKeys }
  return {
    $schema: draft,
    title: "Head of an Issuepress block's template",
    ...describeSchema(convertSchema(blockSpecSchema), texts),
  }
}

/** Removes keys at any depth, with which the values are invalid, since other keys are not allowed. */
function removeKeys({ properties, ...schema }: JsonSchema, keys: readonly string[]): JsonSchema {
  if (!properties) return schema
  const others = Object.entries(properties).filter(([key]) => !keys.includes(key))
  return { ...schema, properties: mapValues(Object.fromEntries(others), (child) => removeKeys(child, keys)) }
}
