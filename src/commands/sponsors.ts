import { defineCommand } from './define-command.ts'
import { options } from './sponsors/options.ts'

export const sponsors = defineCommand({
  name: 'sponsors',
  summary: "list the sponsors of all issues, or write a proof of a sponsor's placements",
  arguments: [
    { name: '[key]', summary: 'only this sponsor: a key of `sponsors` in the config', completes: 'sponsor' },
  ],
  options,
  examples: [
    'issue sponsors                              past and future issues, including drafts',
    'issue sponsors rundown                      the issues of one sponsor',
    'issue sponsors rundown --proof proof.html   its placements, to send to the sponsor',
  ],
  async run([key], flags, context) {
    const { runSponsors } = await import('./sponsors/run-sponsors.ts')
    return runSponsors(key, flags, context)
  },
})
