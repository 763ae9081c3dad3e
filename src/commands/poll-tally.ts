import { defineCommand } from './define-command.ts'
import { options } from './poll-tally/options.ts'

export const pollTally = defineCommand({
  name: 'tally',
  summary: 'count the votes of a poll, for `:::poll-results` in the next issue',
  arguments: [
    { name: '<issue>', summary: "the issue's slug, or its file", completes: 'issue' },
    { name: '<poll>', summary: "the poll's id", completes: 'poll' },
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
