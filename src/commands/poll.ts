import type { CommandGroup } from './define-command.ts'
import { pollTally } from './poll-tally.ts'

export const poll: CommandGroup = {
  name: 'poll',
  summary: 'count the votes of a poll: `issue poll tally`',
  commands: [pollTally],
}
