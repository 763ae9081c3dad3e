import { join } from 'node:path'
import { configNames } from '../../files/config-names.ts'
import { isPresent } from '../../files/paths.ts'
import { loadSettings } from '../../newsletter/load-settings.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'

/**
 * Whether issues in a folder can name the day of the next one: the config that is there has a schedule, or there is none, so
 * that one with a schedule will be written. A config with errors has none.
 * @param folder absolute; need not exist
 */
export async function hasSchedule(folder: string): Promise<boolean> {
  if (!configNames.some((name) => isPresent(join(folder, name)))) return true
  const loaded = await loadSettings(resolvePaths({ root: folder }))
  return !('misconfigured' in loaded) && loaded.settings.schedule !== undefined
}
