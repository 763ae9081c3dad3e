import * as v from 'valibot'
import type { VFile } from 'vfile'
import { blockSpecSchema } from '../block-spec/block-spec.ts'
import type { CustomBlock } from '../settings.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { isMap } from './remove-empty.ts'
import { createReportAt } from './report-at.ts'
import { aFunction, type DefinitionForm, validateDefinition } from './validate-definition.ts'

const form: DefinitionForm = {
  kind: 'block',
  note: 'A block with behaviour is what `defineBlock` takes: `name`, `resolve` and, unless its template has them in its head, `spec`.',
  example: 'poll-results',
  fields: v.looseObject({
    resolve: v.function(aFunction),
    spec: v.optional(blockSpecSchema),
    acceptsInvalid: v.optional(v.boolean('`true` or `false`')),
  }),
  parts: { spec: blockSpecSchema },
}

/**
 * Validates the config's `blocks`.
 * @param blocks the entries by name
 * @param shipped the names of the shipped blocks with behaviour, which cannot be replaced: votes, schedules and checks rely
 * on what they resolve
 * @returns the valid entries, each the same object as in the config
 */
export function validateCustomBlocks(
  blocks: Record<string, unknown>,
  yaml: Yaml,
  file: VFile,
  shipped: readonly string[] = [],
): Record<string, CustomBlock> {
  const valid: Record<string, CustomBlock> = {}
  for (const [name, definition] of Object.entries(blocks)) {
    const reportAt = createReportAt(file, yaml, ['blocks', name])
    if (shipped.includes(name))
      reportAt(
        `Unexpected block \`${name}\` in \`blocks\`, expected a name that no shipped block with behaviour has`,
        {
          note: `To change what it looks like, write its template: \`templates/<template>/blocks/${name}.html\`. To change what it does, define a block of another name.`,
        },
      )
    else if (!isMap(definition))
      reportAt(`Unexpected \`blocks.${name}\`, expected what \`defineBlock\` takes`, { note: form.note })
    else if (validateDefinition(name, definition, form, reportAt) && isCustomBlock(definition))
      valid[name] = definition
  }
  return valid
}

function isCustomBlock(
  definition: Record<string, unknown>,
): definition is Record<string, unknown> & CustomBlock {
  return typeof definition.resolve === 'function'
}
