import { csvPresets } from '../../polls/csv-columns.ts'
import { color, config, configCode, quiet, root, target } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

const presets = Object.keys(csvPresets).join(', ')

export const options = defineOptions(
  {
    flags: '--log <file>',
    summary: "a web server's log, plain or gzipped; may be repeated, like --csv and --mbox",
    repeatable: true,
  },
  {
    flags: '--csv <file>',
    summary: 'a click report, or the export of a form service',
    repeatable: true,
  },
  { flags: '--mbox <file>', summary: 'replies to `polls.mailto`', repeatable: true },
  { flags: '--preset <provider>', summary: `the provider of the click report: ${presets} (all unverified)` },
  {
    flags: '--column <field=name>',
    summary: 'a column of the CSV: vote, voter, time, agent, address, count',
    repeatable: true,
  },
  root,
  config,
  configCode,
  { ...target, summary: 'the email service provider that the issue was built for' },
  color,
  { ...quiet, summary: "print nothing but the results' path" },
)

export type PollTallyFlags = Flags<typeof options>
