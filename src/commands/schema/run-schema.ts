import { expectedName } from '../../diagnostics/list-names.ts'
import { readSchema } from '../../files/read-schema.ts'
import { UsageError } from '../../files/usage-error.ts'
import { schemaNames } from '../../schemas/json-schema.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { SchemaFlags } from './options.ts'

/**
 * `issue schema <name>`: prints a JSON Schema. That of an issue has what the newsletter's issues can refer to.
 * @throws {UsageError} for an unknown name
 */
export async function runSchema(
  name: string,
  { root = '.', config, configCode }: SchemaFlags,
  { cwd, stdout }: Context,
): Promise<Outcome> {
  const known = schemaNames.find((each) => each === name)
  if (!known)
    throw new UsageError(`Unexpected schema \`${name}\`, expected ${expectedName(name, schemaNames)}`)
  let schema = readSchema(known)
  if (known === 'issue') {
    const { createNewsletterSchema } = await import('../../newsletter/create-newsletter-schema.ts')
    const created = await createNewsletterSchema(schema, { root, cwd, config, configCode })
    if ('misconfigured' in created) return created
    schema = created.schema
  }
  stdout.write(`${JSON.stringify(schema, null, 2)}\n`)
  return exitCodes.fine
}
