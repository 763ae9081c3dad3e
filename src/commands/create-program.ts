import { Command, Option } from 'commander'
import { csvPresets } from '../polls/csv-columns.ts'
import type { BuildFlags } from './build.ts'
import type { Context } from './context.ts'
import type { CheckFlags, Reporter } from './flags.ts'
import { helpExamples } from './help-examples.ts'
import type { PollTallyFlags } from './poll-tally.ts'
import type { SendFlags } from './send.ts'
import type { SponsorsFlags } from './sponsors.ts'
import type { TargetsFlags } from './targets.ts'
import type { WatchFlags } from './watch.ts'

const presets = Object.keys(csvPresets).join(', ')
const reporters: Reporter[] = ['pretty', 'json', 'github', 'sarif']

/** How a command's exit code is given back. */
type Exit = (code: number) => void

/**
 * What a person may type. Each command is loaded when it is asked for.
 * @param exit takes the command's exit code
 */
export function createProgram(context: Context, exit: Exit): Command {
  const program = new Command('issue')
    .description('Compile a newsletter: Markdown in, send-ready HTML and plaintext out.')
    .version(context.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
  addBuild(program, context, exit)
  addCheck(program, context, exit)
  addWatch(program, context, exit)
  addSend(program, context, exit)
  addPoll(program, context, exit)
  addSponsors(program, context, exit)
  addTargets(program, context, exit)
  tellOfHelp(program, 'issue')
  return program
}

/** After a mistake, the help of the command that was meant. */
function tellOfHelp(command: Command, name: string): void {
  command.showHelpAfterError(`(\`${name} --help\` tells how it is used)`)
  for (const child of command.commands) tellOfHelp(child, `${name} ${child.name()}`)
}

function addBuild(program: Command, context: Context, exit: Exit): void {
  const command = program
    .command('build')
    .description('build all issues, or the ones that are named')
    .argument('[file...]', 'Markdown files to build (default: all issues)')
    .option('--root <dir>', "the newsletter's folder (default: here)")
    .option('--out <dir>', "where the emails go (default: dist in the newsletter's folder)")
  addCommon(command, 'build drafts too')
    .addHelpText('after', helpExamples.build)
    .action(async (files: string[], flags: BuildFlags) => {
      const { buildCommand } = await import('./build.ts')
      exit(await buildCommand(files, flags, context))
    })
}

function addCheck(program: Command, context: Context, exit: Exit): void {
  const command = program
    .command('check')
    .description('hold issues against the checks, and write nothing')
    .argument('[file...]', 'Markdown files to check, or - for standard input (default: all issues)')
    .option('--root <dir>', "the newsletter's folder (default: here)")
  addCommon(command, 'check drafts too, not only those that are named')
    .option('--online', 'ask for every link over the network')
    .option('--list', 'list all checks, with their levels')
    .option('--explain <name>', 'tell all about a check')
    .addHelpText('after', helpExamples.check)
    .action(async (files: string[], flags: CheckFlags) => {
      const { checkCommand } = await import('./check.ts')
      exit(await checkCommand(files, flags, context))
    })
}

function addWatch(program: Command, context: Context, exit: Exit): void {
  const command = program
    .command('watch')
    .description('build whenever something changes, and show the emails in a preview')
    .argument('[file...]', 'Markdown files to watch (default: all issues)')
    .option('--root <dir>', "the newsletter's folder (default: here)")
    .option('--out <dir>', "where the emails go (default: dist in the newsletter's folder)")
  addShared(command, 'write drafts too, which the preview shows anyway')
    .option('--port <number>', "the preview's port (default: 3333, or the next free one)")
    .option('--open', 'open the preview in the browser')
    .option('--editor <command>', 'the editor to open files in (default: $EDITOR, or one that runs)')
    .option('--no-preview', 'build only')
    .addHelpText('after', helpExamples.watch)
    .action(async (files: string[], flags: WatchFlags) => {
      const { watchCommand } = await import('./watch.ts')
      exit(await watchCommand(files, flags, context))
    })
}

function addSend(program: Command, context: Context, exit: Exit): void {
  const command = program
    .command('send')
    .description('send an issue to a few addresses by SMTP, as a test')
    .argument('<file>', 'the Markdown file of the issue')
    .requiredOption('--to <addresses>', 'who gets it, ten at most, with commas between', collect)
    .option('--root <dir>', "the newsletter's folder (default: here)")
    .option('--as-is', 'do not mark the subject with [test]')
    .option('--data <name=value>', 'what stands for a merge tag; may be given again', collect)
    .option('--dry-run', 'print the message, and send nothing')
    .option('--retry <times>', 'try again what is refused for the moment', '2')
    .option('--timeout <seconds>', 'how long the server may be silent', '30')
  addSettings(command)
    .addHelpText('after', helpExamples.send)
    .action(async (file: string, flags: SendFlags) => {
      const { sendCommand } = await import('./send.ts')
      exit(await sendCommand(file, flags, context))
    })
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}

function addPoll(program: Command, context: Context, exit: Exit): void {
  program
    .command('poll')
    .description('count the votes of a poll: `issue poll tally`')
    .helpCommand(false)
    .command('tally')
    .description('count the votes of a poll, for `:::poll-results` in the next issue')
    .argument('<issue>', "the issue's slug, or its file")
    .argument('<poll>', "the poll's id")
    .option('--log <file>', "a web server's log, gzip or not; may be repeated, as the next two", collect)
    .option('--csv <file>', 'a click report, or what a form service exports', collect)
    .option('--mbox <file>', 'replies to `polls.mailto`', collect)
    .option('--preset <provider>', `whose click report it is: ${presets} (all unverified)`)
    .option('--column <field=name>', 'a column of the CSV: vote, voter, time, agent, address, count', collect)
    .option('--root <dir>', "the newsletter's folder (default: here)")
    .option('--config <file>', "the config (default: issue.config.* in the newsletter's folder)")
    .option('--target <esp>', 'the email service provider that it was built for')
    .option('--no-color', 'print without colours')
    .option('--quiet', "print nothing but the results' path")
    .addHelpText('after', helpExamples.tally)
    .action(async (issue: string, poll: string, flags: PollTallyFlags) => {
      const { pollTallyCommand } = await import('./poll-tally.ts')
      exit(await pollTallyCommand(issue, poll, flags, context))
    })
}

function addSponsors(program: Command, context: Context, exit: Exit): void {
  program
    .command('sponsors')
    .description('print who pays for which issue, or write a proof of what was placed')
    .argument('[key]', 'only this sponsor: a key of `sponsors` in the config')
    .option('--proof <file>', "write an HTML sheet with the sponsor's placements as sent; - prints it")
    .option('--root <dir>', "the newsletter's folder (default: here)")
    .option('--config <file>', "the config (default: issue.config.* in the newsletter's folder)")
    .option('--target <esp>', 'the email service provider to build for')
    .option('--no-color', 'print without colours')
    .addHelpText('after', helpExamples.sponsors)
    .action(async (key: string | undefined, flags: SponsorsFlags) => {
      const { sponsorsCommand } = await import('./sponsors.ts')
      exit(await sponsorsCommand(key, flags, context))
    })
}

function addTargets(program: Command, context: Context, exit: Exit): void {
  program
    .command('targets')
    .description('tell of the email service providers that an issue can be built for')
    .argument('[name]', 'one of them (default: a table of all)')
    .option('--root <dir>', "the newsletter's folder, whose own targets count, too (default: here)")
    .option('--config <file>', "the config (default: issue.config.* in the newsletter's folder)")
    .option('--no-color', 'print without colours')
    .action(async (name: string | undefined, flags: TargetsFlags) => {
      const { targetsCommand } = await import('./targets.ts')
      exit(await targetsCommand(name, flags, context))
    })
}

/** The flags that builds and checks have in common. */
function addCommon(command: Command, drafts: string): Command {
  return addShared(command, drafts).addOption(
    new Option('--reporter <name>', 'how to report').choices(reporters).default('pretty'),
  )
}

/** The flags that all commands have in common that may build drafts. */
function addShared(command: Command, drafts: string): Command {
  const target = 'the email service provider to build for, or several: kit,ses'
  return addSettings(command, target, (settings) => settings.option('--drafts', drafts))
}

/** The flags that all commands have in common. */
function addSettings(
  command: Command,
  target = 'the email service provider to build for',
  addMore = (settings: Command) => settings,
): Command {
  command
    .option('--config <file>', "the config (default: issue.config.* in the newsletter's folder)")
    .option('--target <esp>', target)
  return addMore(command)
    .option('--strict', 'let warnings fail as errors do')
    .option('--no-color', 'print without colours')
    .option('--quiet', 'print nothing but errors and warnings')
}
