import { color, config, root, target } from './common-options.ts'
import { defineCommand } from './define-command.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(
  {
    flags: '--proof <file>',
    summary: "write an HTML sheet with the sponsor's placements as sent; - prints it",
  },
  root,
  config,
  target,
  color,
)

export type SponsorsFlags = Flags<typeof options>

export const sponsors = defineCommand({
  name: 'sponsors',
  summary: 'print who pays for which issue, or write a proof of what was placed',
  arguments: [{ name: '[key]', summary: 'only this sponsor: a key of `sponsors` in the config' }],
  options,
  examples: [
    'issue sponsors                              past and coming issues, drafts included',
    'issue sponsors rundown                      those of one sponsor',
    'issue sponsors rundown --proof proof.html   its placements, to hand over',
  ],
  async run([key], flags, context) {
    const { runSponsors } = await import('./sponsors/run-sponsors.ts')
    return runSponsors(key, flags, context)
  },
})
