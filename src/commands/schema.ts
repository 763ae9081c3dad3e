import { defineCommand } from './define-command.ts'
import { options } from './schema/options.ts'

export const schema = defineCommand({
  name: 'schema',
  summary: 'print a JSON Schema, for editors',
  arguments: [
    {
      name: '<name>',
      summary: 'what it describes: `config`, `issue`, `sponsors` or `block`',
      completes: 'schema',
    },
  ],
  options,
  examples: [
    'issue schema config     issue.config.yml; the package has it as lib/schemas/config.json',
    "issue schema issue      an issue's front matter, and the attributes of the newsletter's blocks",
    'issue schema sponsors   sponsors.yml',
    "issue schema block      the head of a block's template",
  ],
  async run([name], flags, context) {
    const { runSchema } = await import('./schema/run-schema.ts')
    return runSchema(name, flags, context)
  },
})
