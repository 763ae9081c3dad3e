import { join, relative } from 'node:path'
import { loadTemplates } from '../../files/load-templates.ts'
import { readTextFile } from '../../files/read-text-file.ts'
import { normalizeLineEnds } from '../../files/template-copies.ts'
import { UsageError } from '../../files/usage-error.ts'
import {
  type Ejection,
  ejectTemplates,
  isPresent,
  ownPath,
  recordMerged,
  requirePresent,
} from '../../newsletter/eject-templates.ts'
import {
  listOriginals,
  listShippedTemplates,
  resolveOriginals,
  splitTypedTemplate,
} from '../../newsletter/resolve-originals.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'
import { formatDifference } from '../../report/format-difference.ts'
import type { TemplateFiles } from '../../theme/template-layers.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import type { EjectFlags } from './options.ts'

interface Typed {
  template: string | undefined
  files: string[]
}

/**
 * `issue eject [template] [file…]`: copies template files into the newsletter, or lists them, or prints how the
 * newsletter's own differ.
 * @throws {UsageError} for an unknown template or file, options that exclude each other, and files that cannot be written
 */
export async function runEject(typed: Typed, flags: EjectFlags, context: Context): Promise<number> {
  const { cwd, version } = context
  const { root } = resolvePaths({ root: flags.root ?? '.', cwd })
  refuseContradictions(typed, flags)
  const shipped = loadTemplates()
  if (typed.template === undefined) return printTemplates(root, shipped, context)

  const { template, file } = splitTypedTemplate(typed.template)
  const originals = listOriginals(template, shipped, root)
  const names = file === undefined ? typed.files : [file, ...typed.files]
  const all = { root, template, originals, version }
  if (flags.diff && names.length === 0) return printDifferences(selectPresent(all), context)
  if (names.length === 0 && !flags.all) {
    if (flags.force || flags.dryRun || flags.merged)
      throw new UsageError('Missing files, expected their names or `--all`')
    return printFiles(all, context)
  }
  const chosen = names.length === 0 ? originals : resolveOriginals(names, template, originals)
  const ejection = { ...all, originals: chosen }
  if (flags.diff) return printDifferences(ejection, context)
  if (flags.merged) {
    await recordMerged(names.length === 0 ? selectPresent(ejection) : ejection)
    return exitCodes.fine
  }
  return copy(ejection, flags, context)
}

function refuseContradictions({ template, files }: Typed, flags: EjectFlags): void {
  const alone = [flags.diff && '--diff', flags.merged && '--merged'].filter((flag) => flag)
  const others = [flags.force && '--force', flags.dryRun && '--dry-run'].filter((flag) => flag)
  const [first, second] = [...alone, ...others]
  if (alone.length > 0 && second) throw new UsageError(`Unexpected \`${second}\` with \`${first}\``)
  if (flags.all && files.length > 0) throw new UsageError('Unexpected `--all` with the names of files')
  const needing = [...alone, ...others, flags.all && '--all'].find((flag) => flag)
  if (template === undefined && needing)
    throw new UsageError(`Missing template, expected its name with \`${needing}\``)
}

async function copy(ejection: Ejection, { force, dryRun }: EjectFlags, context: Context): Promise<number> {
  const { root, template } = ejection
  const { cwd, stdout, stderr } = context
  const result = await ejectTemplates(ejection, { force: force ?? false, dryRun: dryRun ?? false })
  for (const path of result.written) stdout.write(`${relative(cwd, join(root, path))}\n`)
  for (const path of result.present)
    stderr.write(`issue: \`${path}\` is there already and was left as it is; \`--force\` replaces it\n`)
  const merged = ['theme.yml', 'strings.yml'].filter((path) =>
    result.written.includes(ownPath(template, path)),
  )
  for (const path of merged)
    stderr.write(
      `\`${path}\` is merged with the shipped one: keep the lines that you change, and remove the others.\n`,
    )
  return result.present.length > 0 ? exitCodes.errors : exitCodes.fine
}

/** Lists the files of the shipped templates, without those that a template inherits. */
function printTemplates(root: string, shipped: TemplateFiles, { stdout, stderr }: Context): number {
  for (const template of listShippedTemplates(shipped)) {
    const paths = [...shipped.keys()].filter((path) => path.startsWith(`${template}/`)).sort()
    for (const path of paths) stdout.write(formatLine(path, isPresent(root, `templates/${path}`)))
  }
  stderr.write(
    'Copy one with `issue eject default blocks/sponsor.html`. What a template does not have, it has from `default`.\n',
  )
  return exitCodes.fine
}

function printFiles({ root, template, originals }: Ejection, { stdout, stderr }: Context): number {
  for (const path of originals.keys())
    stdout.write(formatLine(`${template}/${path}`, isPresent(root, ownPath(template, path))))
  stderr.write(`Name the files to copy: \`issue eject ${template} style.css\`, or \`--all\`.\n`)
  return exitCodes.fine
}

function formatLine(path: string, isOwn: boolean): string {
  return isOwn ? `${path}  (you have your own)\n` : `${path}\n`
}

/** Those of the files that the newsletter has of its own. */
function selectPresent(ejection: Ejection): Ejection {
  const { root, template, originals } = ejection
  const present = [...originals].filter(([path]) => isPresent(root, ownPath(template, path)))
  return { ...ejection, originals: new Map(present) }
}

function printDifferences({ root, template, originals }: Ejection, { stdout, stderr }: Context): number {
  for (const path of originals.keys()) requirePresent(root, ownPath(template, path))
  const differences = [...originals].map(([path, original]) => {
    const own = readTextFile(ownPath(template, path), { cwd: root, within: root })
    const [message] = own.messages
    if (message) throw new UsageError(message.reason)
    return formatDifference(
      { name: original.path, text: normalizeLineEnds(String(original)) },
      { name: own.path, text: normalizeLineEnds(String(own)) },
    )
  })
  stdout.write(differences.join(''))
  if (differences.every((difference) => difference === ''))
    stderr.write('Your files do not differ from the shipped ones.\n')
  return exitCodes.fine
}
