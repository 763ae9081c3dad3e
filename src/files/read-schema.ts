import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonSchema, SchemaName } from '../schemas/json-schema.ts'

/** Reads one of the JSON Schemas that the package contains beside its code. */
export function readSchema(name: SchemaName): JsonSchema {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const lib = /[\\/]src[\\/]files[\\/]?$/.test(here) ? join(here, '..', '..', 'lib') : here
  return JSON.parse(readFileSync(join(lib, 'schemas', `${name}.json`), 'utf8'))
}
