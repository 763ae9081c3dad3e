import { color, config, quiet, root, strict, target } from '../common-options.ts'
import { createNumberParser } from '../create-number-parser.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  {
    flags: '--to <addresses>',
    summary: 'who gets it, ten at most, with commas between',
    required: true,
    repeatable: true,
  },
  root,
  { flags: '--as-is', summary: 'do not mark the subject with [test]' },
  {
    flags: '--data <name=value>',
    summary: 'what stands for a merge tag; may be given again',
    repeatable: true,
  },
  { flags: '--dry-run', summary: 'print the message, and send nothing' },
  {
    flags: '--retry <times>',
    summary: 'try again what is refused for the moment',
    parse: createNumberParser(0, 10, (text) => `\`${text}\` in \`--retry\``),
    default: 2,
  },
  {
    flags: '--timeout <seconds>',
    summary: 'how long the server may be silent',
    parse: createNumberParser(1, 600, (text) => `\`${text}\` in \`--timeout\``),
    default: 30,
  },
  config,
  target,
  strict,
  color,
  quiet,
)

export type SendFlags = Flags<typeof options>
