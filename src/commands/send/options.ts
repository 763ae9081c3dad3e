import { color, config, configCode, quiet, root, strict, target, verbose } from '../common-options.ts'
import { createNumberParser } from '../create-number-parser.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  {
    flags: '--to <addresses>',
    summary: 'the recipients, ten at most, separated by commas',
    required: true,
    repeatable: true,
  },
  root,
  { flags: '--as-is', summary: 'do not mark the subject with [test]' },
  {
    flags: '--data <name=value>',
    summary: 'the value of a merge tag; may be repeated',
    repeatable: true,
  },
  { flags: '--dry-run', summary: 'print the message and send nothing' },
  {
    flags: '--retry <times>',
    summary: 'how often to retry temporary failures',
    parse: createNumberParser(0, 10, (text) => `\`${text}\` in \`--retry\``),
    default: 2,
  },
  {
    flags: '--timeout <seconds>',
    summary: 'how long to wait for the server',
    parse: createNumberParser(1, 600, (text) => `\`${text}\` in \`--timeout\``),
    default: 30,
  },
  config,
  configCode,
  target,
  strict,
  color,
  quiet,
  verbose,
)

export type SendFlags = Flags<typeof options>
