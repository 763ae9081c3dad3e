import { build } from './build.ts'
import { check } from './check.ts'
import { createCompletion } from './completion.ts'
import type { Command, CommandGroup } from './define-command.ts'
import { diff } from './diff.ts'
import { eject } from './eject.ts'
import { init } from './init.ts'
import { newIssue } from './new.ts'
import { poll } from './poll.ts'
import { schema } from './schema.ts'
import { send } from './send.ts'
import { sponsors } from './sponsors.ts'
import { targets } from './targets.ts'
import { watch } from './watch.ts'

/** It completes all commands, itself included. */
export const completion: Command = createCompletion(() => commands)

/** All commands, in the order of the help. */
export const commands: readonly (Command | CommandGroup)[] = [
  init,
  newIssue,
  build,
  check,
  diff,
  watch,
  send,
  poll,
  sponsors,
  targets,
  eject,
  schema,
  completion,
]
