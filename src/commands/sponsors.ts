import { defineCommand } from './define-command.ts'
import { options } from './sponsors/options.ts'

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
