import { csvPresets } from '../polls/csv-columns.ts'
import { color, config, quiet, root, target } from './common-options.ts'
import { defineCommand } from './define-command.ts'
import { defineOptions, type Flags } from './options.ts'

const presets = Object.keys(csvPresets).join(', ')

const options = defineOptions(
  {
    flags: '--log <file>',
    summary: "a web server's log, gzip or not; may be repeated, as the next two",
    repeatable: true,
  },
  {
    flags: '--csv <file>',
    summary: 'a click report, or what a form service exports',
    repeatable: true,
  },
  { flags: '--mbox <file>', summary: 'replies to `polls.mailto`', repeatable: true },
  { flags: '--preset <provider>', summary: `whose click report it is: ${presets} (all unverified)` },
  {
    flags: '--column <field=name>',
    summary: 'a column of the CSV: vote, voter, time, agent, address, count',
    repeatable: true,
  },
  root,
  config,
  { ...target, summary: 'the email service provider that it was built for' },
  color,
  { ...quiet, summary: "print nothing but the results' path" },
)

export type PollTallyFlags = Flags<typeof options>

export const pollTally = defineCommand({
  name: 'tally',
  summary: 'count the votes of a poll, for `:::poll-results` in the next issue',
  arguments: [
    { name: '<issue>', summary: "the issue's slug, or its file" },
    { name: '<poll>', summary: "the poll's id" },
  ],
  options,
  examples: [
    'issue poll tally 2024-11-28-sora feedback --log access.log --log access.log.1.gz',
    'issue poll tally 2024-11-28-sora feedback --mbox replies.mbox',
    'issue poll tally 2024-11-28-sora feedback --csv clicks.csv --column vote="Clicked link"',
  ],
  notes: 'The results are written to issues/polls/<issue>.<poll>.json.',
  async run([issue, poll], flags, context) {
    const { runPollTally } = await import('./poll-tally/run-poll-tally.ts')
    return runPollTally(issue, poll, flags, context)
  },
})
