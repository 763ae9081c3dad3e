import { csvPresets } from '../../polls/csv-columns.ts'
import { color, config, quiet, root, target } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

const presets = Object.keys(csvPresets).join(', ')

export const options = defineOptions(
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
