import type { Command, CommandGroup } from '../define-command.ts'
import type { Argument, Option, ValueKind } from '../define-options.ts'

/** What a word can be. */
export interface Candidate {
  value: string
  /** One line, for shells that show it. */
  summary?: string
}

/** A question for values: a kind, and what was typed before. */
export interface ValueRequest {
  kind: ValueKind
  /** What was typed of the value; empty when nothing was. */
  typed: string
  /** The arguments before it. */
  args: readonly string[]
  /** The newsletter's folder, if `--root` was typed. */
  root: string | undefined
}

/** Lists the values of a kind; they need not begin with what was typed. */
export type ListValues = (request: ValueRequest) => readonly Candidate[] | Promise<readonly Candidate[]>

type Entries = readonly (Command | CommandGroup)[]

/**
 * Lists what the last of the typed words can be. Of a word that can be any file, or anything at all, nothing is listed.
 * @param words the words after `issue`; the last one may be empty
 */
export async function completeWords(
  words: readonly string[],
  commands: Entries,
  listValues: ListValues,
): Promise<Candidate[]> {
  const typed = words.at(-1) ?? ''
  const line = parseLine(words.slice(0, -1), commands)
  const root = line.values.get('--root')
  const list = async (of: Argument | Option | undefined, start: string, prefix = '') => {
    const values = await listOf(of, { typed: start, args: line.args, root }, listValues)
    return keepMatching(
      values.map(({ value, ...rest }) => ({ value: prefix + value, ...rest })),
      prefix + start,
    )
  }
  if (line.waiting) return list(line.waiting, typed)
  const [, flag, value = ''] = line.isLiteral ? [] : (/^(--[\w-]+)=(.*)$/.exec(typed) ?? [])
  if (flag !== undefined) return list(findOption(line.command, flag), value, `${flag}=`)
  if (typed.startsWith('-') && !line.isLiteral) return keepMatching(listFlags(line), typed)
  if (line.command) return list(findArgument(line.command, line.args.length), typed)
  return keepMatching(listCommands(line.entries, line.isHelp), typed)
}

/** What a command line says before the word that is completed. */
interface Line {
  entries: Entries
  command?: Command
  /** The option whose value comes next. */
  waiting?: Option
  args: string[]
  /** The typed options, with their values. */
  values: Map<string, string>
  /** After `--`, nothing is an option. */
  isLiteral: boolean
  isHelp: boolean
}

function parseLine(words: readonly string[], commands: Entries): Line {
  const line: Line = { entries: commands, args: [], values: new Map(), isLiteral: false, isHelp: false }
  for (const word of words) readWord(word, line)
  return line
}

function readWord(word: string, line: Line): void {
  const { command, waiting } = line
  if (waiting) {
    line.values.set(getName(waiting), word)
    delete line.waiting
  } else if (word === '--') line.isLiteral = true
  else if (word.startsWith('-') && !line.isLiteral) {
    const [flag = '', value] = word.split(/=(.*)/s)
    const option = findOption(command, flag)
    line.values.set(option ? getName(option) : flag, value ?? '')
    if (option && value === undefined && takesValue(option)) line.waiting = option
  } else if (command) line.args.push(word)
  else if (word === 'help' && line.args.length === 0) line.isHelp = true
  else {
    const entry = line.entries.find(({ name }) => name === word)
    if (entry && 'commands' in entry) line.entries = entry.commands
    else if (entry && !line.isHelp) line.command = entry
    else line.entries = []
  }
}

async function listOf(
  of: Argument | Option | undefined,
  request: Omit<ValueRequest, 'kind'>,
  listValues: ListValues,
): Promise<readonly Candidate[]> {
  if (of && 'choices' in of && of.choices) return of.choices.map((value) => ({ value }))
  if (of?.completes !== 'targets') return of?.completes ? listValues({ ...request, kind: of.completes }) : []
  // `kit,se`: the names that are complete stay, and are not offered again.
  const others = request.typed.split(',').slice(0, -1)
  const values = await listValues({ ...request, kind: 'target' })
  return values
    .filter(({ value }) => !others.includes(value))
    .map(({ value, ...rest }) => ({ value: [...others, value].join(','), ...rest }))
}

function listFlags({ command, values }: Line): Candidate[] {
  const help = { value: '--help', summary: 'print this help' }
  if (!command) return [help, { value: '--version', summary: 'print the version' }]
  const left = command.options.filter((option) => option.repeatable || !values.has(getName(option)))
  return [...left.map((option) => ({ value: getName(option), summary: option.summary })), help]
}

function listCommands(entries: Entries, isHelp: boolean): Candidate[] {
  const listed = entries.map(({ name, summary }) => ({ value: name, summary }))
  const isTop = entries.some((entry) => 'commands' in entry)
  return isTop && !isHelp ? [...listed, { value: 'help', summary: 'print the help of a command' }] : listed
}

function findArgument({ arguments: list }: Command, index: number): Argument | undefined {
  const last = list.at(-1)
  return list[index] ?? (last?.name.endsWith('...]') ? last : undefined)
}

function findOption(command: Command | undefined, flag: string): Option | undefined {
  return command?.options.find(({ flags }) => flags.split(/,? /).includes(flag))
}

/** The long name of an option: `--quiet` for `-q, --quiet`. */
function getName({ flags }: Option): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

function takesValue({ flags }: Option): boolean {
  return flags.includes('<')
}

function keepMatching(candidates: readonly Candidate[], typed: string): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(typed))
}
