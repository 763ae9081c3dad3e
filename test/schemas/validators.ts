/** The data that JSON Schemas describe, as the build validates it. */
import { VFile } from 'vfile'
import { shippedBlocks } from '../../src/blocks/shipped/index.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { validateSponsors } from '../../src/config/validate-sponsors.ts'
import { clientNames } from '../../src/mail-clients/features.ts'
import { shippedChecks } from '../../src/newsletter/list-checks.ts'
import { registryRules } from '../../src/newsletter/list-rules.ts'
import { parseMatter } from '../../src/parse/parse-issue.ts'
import type { SchemaName } from '../../src/schemas/json-schema.ts'
import { defaultSettings } from '../../src/settings.ts'
import { parseBlockSpec } from '../../src/theme/parse-block-spec.ts'

/** The rules of messages on the form of the data; what is in a text is another's. */
const rules = ['config', 'yaml-syntax', 'front-matter', 'block-head', 'check-unknown']

const validators: Record<SchemaName, (file: VFile) => unknown> = {
  config: (file) =>
    validateConfigText(file, {
      checks: [
        ...shippedChecks,
        ...registryRules().map(({ id, fixed }) => ({ name: id, isFixed: fixed === 'all' })),
      ],
      blocks: shippedBlocks.map(({ name }) => name),
      clients: clientNames,
    }),
  sponsors: (file) => validateSponsors(file, [], { targets: ['generic'], customTargets: {} }),
  issue: (file) => parseMatter(file, defaultSettings),
  block: (file) => parseBlockSpec('mine', file),
}

/**
 * Validates a file as the build does.
 * @returns its messages
 */
export function validateFile(kind: SchemaName, text: string): string[] {
  const file = new VFile({ path: kind === 'issue' ? 'issues/hello.md' : `${kind}.yml`, value: text })
  validators[kind](file)
  return file.messages.filter(({ ruleId }) => rules.includes(ruleId ?? '')).map(({ reason }) => reason)
}

/** The file with this YAML in it: that of an issue and of a block is between two lines. */
export function createFile(kind: SchemaName, yaml: string): string {
  return kind === 'issue' || kind === 'block' ? `---\n${yaml}\n---\n` : yaml
}
