/**
 * The JSON Schemas and the build agree. `fine/` and `mistakes/` have a file for each schema, with small documents by what
 * they show. `expected/` has the schemas themselves, which the package contains; `UPDATE=1` writes them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { frontMatterRange } from '../../src/parse/front-matter-range.ts'
import { createSchemas } from '../../src/schemas/create-schemas.ts'
import { type JsonSchema, type SchemaName, schemaNames } from '../../src/schemas/json-schema.ts'
import { splitHead } from '../../src/theme/split-head.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'
import { expectFile } from '../support/expect-files.ts'
import { createFile, validateFile } from './validators.ts'

const schemas = createSchemas()
const root = join(import.meta.dirname, '..', '..')

/** With `strict`, a keyword that draft 7 does not have is an error. */
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTuples: false, allErrors: true })
const compiled = Object.fromEntries(schemaNames.map((name) => [name, ajv.compile(schemas[name])])) as Record<
  SchemaName,
  ValidateFunction
>

/** The errors of a document by the schema; keys without a document, such as an empty file, are none. */
function validateBySchema(kind: SchemaName, yaml: string): string[] {
  const { value } = parseYaml(yaml, new VFile())
  if (value === null || value === undefined) return []
  compiled[kind](value)
  return (compiled[kind].errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function readDocuments(folder: string, kind: SchemaName): [name: string, yaml: string][] {
  const { value } = parseYaml(
    readFileSync(join(import.meta.dirname, folder, `${kind}.yml`), 'utf8'),
    new VFile(),
  )
  return Object.entries(value as object).map(([name, document]) => [name, stringify(document)])
}

describe.each(schemaNames)('the schema of `%s`', (kind) => {
  test('is as listed, and as the package has it', () => {
    const text = `${JSON.stringify(schemas[kind], null, 2)}\n`
    expectFile(join(import.meta.dirname, 'expected', `${kind}.json`), text)
    expect(readFileSync(join(root, 'lib', 'schemas', `${kind}.json`), 'utf8')).toBe(text)
  })

  test('has a description of each key', () => {
    expect(listUndescribed(schemas[kind])).toEqual([])
  })

  test.each(readDocuments('fine', kind))('accepts, as the build does: %s', (_, yaml) => {
    expect(validateFile(kind, createFile(kind, yaml))).toEqual([])
    expect(validateBySchema(kind, yaml)).toEqual([])
  })

  test.each(readDocuments('mistakes', kind))('refuses, as the build does: %s', (_, yaml) => {
    expect(validateFile(kind, createFile(kind, yaml))).not.toEqual([])
    expect(validateBySchema(kind, yaml)).not.toEqual([])
  })

  test('accepts every file of the tests that the build accepts', () => {
    const files = listFiles(kind)
    const accepted = files.filter(({ text }) => validateFile(kind, text).length === 0)
    expect(accepted.length).toBeGreaterThan(0)
    const refused = accepted.flatMap(({ path, yaml }) =>
      validateBySchema(kind, yaml).map((error) => `${path}: ${error}`),
    )
    expect(refused).toEqual([])
  })
})

function listUndescribed(
  { properties = {}, additionalProperties, anyOf = [] }: JsonSchema,
  path = '',
): string[] {
  const own = Object.entries(properties).flatMap(([key, child]) => [
    ...(child.description ? [] : [`${path}${key}`]),
    ...listUndescribed(child, `${path}${key}.`),
  ])
  const others =
    typeof additionalProperties === 'object' ? listUndescribed(additionalProperties, `${path}*.`) : []
  return [...own, ...others, ...anyOf.flatMap((each) => listUndescribed(each, path))]
}

interface File {
  path: string
  text: string
  /** Its part that the schema describes. */
  yaml: string
}

const paths = ['test', 'templates', 'issues']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => !path.includes('node_modules'))

/** The files of the repository that a schema is for. */
function listFiles(kind: SchemaName): File[] {
  const isWanted: Record<SchemaName, (path: string) => boolean> = {
    config: (path) => /^issue\.config\.(?:ya?ml|json)$/.test(basename(path)),
    sponsors: (path) => /^sponsors\.ya?ml$/.test(basename(path)) && !path.startsWith('test/schemas/'),
    issue: (path) => path.endsWith('.md'),
    block: (path) => /[\\/]blocks[\\/][\w-]+\.html$/.test(path),
  }
  return paths.filter(isWanted[kind]).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const yaml = extractYaml(kind, text)
    return yaml === undefined ? [] : [{ path, text, yaml }]
  })
}

function extractYaml(kind: SchemaName, text: string): string | undefined {
  if (kind === 'block') return splitHead(text).head
  if (kind !== 'issue') return text
  const range = frontMatterRange(text)
  return range?.isClosed && /^(?:ya?ml)?$/.test(range.language)
    ? text.slice(range.contentStart, range.contentEnd)
    : undefined
}
