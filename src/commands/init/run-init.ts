import { basename, join, relative, resolve } from 'node:path'
import { explainDiskError } from '../../files/explain-disk-error.ts'
import { loadScaffold } from '../../files/load-scaffold.ts'
import { isFolder, isPresent } from '../../files/paths.ts'
import { UsageError } from '../../files/usage-error.ts'
import { writeNewFiles } from '../../files/write-new-files.ts'
import { createName } from '../../scaffold/create-name.ts'
import { createNewsletter } from '../../scaffold/create-newsletter.ts'
import { findNextSendDay } from '../../schedule/send-days.ts'
import { targets } from '../../targets/index.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { formatNextSteps } from './format-next-steps.ts'
import { hasSchedule } from './has-schedule.ts'
import type { InitFlags } from './options.ts'
import { type NewFiles, selectNewFiles } from './select-new-files.ts'
import { findExpected, type TypedChoices } from './validate-choices.ts'

const defaultEmail = 'hello@example.com'

/**
 * `issue init [folder]`: writes a new newsletter, without replacing any file.
 * @throws {UsageError} for unexpected choices, a file in place of the folder, and files that cannot be written
 */
export async function runInit(
  typed: string | undefined,
  flags: InitFlags,
  context: Context,
): Promise<number> {
  const { cwd, stdout, stderr, version } = context
  const folder = resolve(cwd, typed ?? '.')
  if (isPresent(folder) && !isFolder(folder))
    throw new UsageError(`Cannot write into \`${typed}\`: there is a file where a folder should be`)
  const choices = await resolveChoices(folder, flags, context)
  if (!choices) {
    stderr.write('Nothing was written.\n')
    return exitCodes.interrupted
  }
  const target = targets[choices.target]
  if (!target) throw new UsageError(`Unexpected target \`${choices.target}\``)
  const created = createNewsletter(
    loadScaffold(),
    { ...choices, version, hasSchedule: await hasSchedule(folder) },
    target,
  )
  const selected = selectNewFiles(folder, created)
  if (!flags.dryRun) await write(folder, selected)
  const shownFolder = relative(cwd, folder)
  for (const { path } of selected.files) stdout.write(`${join(shownFolder, path)}\n`)
  reportPresent(selected, context)
  if (!flags.dryRun)
    stderr.write(formatNextSteps({ folder, shownFolder, selected, choices, target, context, defaultEmail }))
  return exitCodes.fine
}

/** Resolves the choices: from options, else from prompts if there is a terminal, else the defaults. */
async function resolveChoices(
  folder: string,
  { name, from, target, template, date, yes, dryRun }: InitFlags,
  { openTerminal, signal, now }: Context,
): Promise<TypedChoices | undefined> {
  const given = { name, from, target, template, date }
  for (const [key, value] of Object.entries(given)) validateFlag(key as keyof TypedChoices, value)
  const today = formatDay(new Date(now()))
  const first = date ?? findNextSendDay(today, { every: 'tuesday' }) ?? today
  const known = { given, name: createName(basename(folder)), createSender }
  const terminal = yes || dryRun ? undefined : openTerminal?.()
  if (terminal) {
    const { promptChoices } = await import('./prompt-choices.ts')
    const prompted = await promptChoices(known, terminal, signal)
    return prompted && { ...prompted, date: first }
  }
  const resolved = name ?? known.name
  return {
    name: resolved,
    from: from ?? createSender(resolved),
    target: target ?? 'generic',
    template: template ?? 'default',
    date: first,
  }
}

function validateFlag(key: keyof TypedChoices, value: string | undefined): void {
  const expected = value === undefined ? undefined : findExpected(key, value)
  if (expected)
    throw new UsageError(`Unexpected ${key === 'from' ? 'sender' : key} \`${value}\`, expected ${expected}`)
}

/** A name with signs that have a meaning in addresses is written in quotation marks (RFC 5322, section 3.2.4). */
function createSender(name: string): string {
  const isPlain = /^[^"(),:;<>@[\\\]]+$/.test(name)
  return `${isPlain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${defaultEmail}>`
}

/** The day where the user is. */
function formatDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}

async function write(folder: string, { files }: NewFiles): Promise<void> {
  try {
    await writeNewFiles(folder, files)
  } catch (error) {
    const { path = folder } = error as NodeJS.ErrnoException
    throw new UsageError(`Cannot write \`${path}\`: ${explainDiskError(error).reason}`)
  }
}

function reportPresent({ present, hasIssues }: NewFiles, { stderr }: Context): void {
  for (const path of present) stderr.write(`issue: \`${path}\` is there already and was left as it is\n`)
  if (hasIssues) stderr.write('issue: `issues/` has issues already, so no first one was written\n')
}
