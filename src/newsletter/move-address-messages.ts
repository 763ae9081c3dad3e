import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { postalAddress } from '../checks/postal-address.ts'
import { reportFinding } from '../diagnostics/report.ts'
import { readSeverity } from '../diagnostics/severity.ts'
import type { Newsletter } from './load-newsletter.ts'
import { copyFile, isShipped } from './message-files.ts'

/** Where a config is created that does not exist. */
const defaultConfigPath = 'issue.config.yml'

/**
 * Moves the message that a postal address is missing from a shipped layout, which prints the config's, to the config,
 * where it is written. That of a layout of the newsletter's own stays there.
 * @param files of a run; they are not changed, since a watch uses them again
 * @returns the files, with copies of those that have other messages now. The message is left out if the config has a
 *   misspelled name, which is reported
 */
export function moveAddressMessages(
  files: readonly VFile[],
  { settings, configPath }: Pick<Newsletter, 'settings' | 'configPath'>,
): VFile[] {
  if (settings.postalAddress) return [...files]
  const shipped = files.filter(isShipped)
  const found = shipped.flatMap(({ messages }) => messages).find(isAboutAddress)
  const root = files.find((file) => !isShipped(file))?.cwd
  if (!found || root === undefined) return [...files]
  const remaining = files.map((file) =>
    shipped.includes(file) ? copyFile(file, (message) => !isAboutAddress(message)) : file,
  )
  // The address may be in the config that is not read.
  if (files.some(({ messages }) => messages.some(isAboutConfigName))) return remaining
  const known = files.find(({ path }) => path === configPath)
  const config = known ? copyFile(known) : new VFile({ path: defaultConfigPath, cwd: root, value: '' })
  reportFinding(config, 'Missing `postalAddress` in the config', {
    ruleId: postalAddress.name,
    place: known && { line: 1, column: 1 },
    note: `${postalAddress.note}${known ? '' : ` There is no config yet: create \`${defaultConfigPath}\` beside \`issues/\` with the line \`postalAddress: …\`.`}`,
    severity: readSeverity(found),
    url: found.url,
  })
  return [config, ...remaining.filter((file) => file !== known)]
}

function isAboutAddress({ ruleId }: VFileMessage): boolean {
  return ruleId === postalAddress.name
}

function isAboutConfigName({ ruleId, reason }: VFileMessage): boolean {
  return ruleId === 'file-misnamed' && reason.includes('expected `issue.config.')
}
