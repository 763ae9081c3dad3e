import { join } from 'node:path'
import { configNames } from '../../files/config-names.ts'
import { isFolder, isPresent } from '../../files/paths.ts'
import { readIssueFiles } from '../../files/read-issue-files.ts'
import type { ScaffoldFile } from '../../scaffold/create-newsletter.ts'

export interface NewFiles {
  /** The files to write, in their order. */
  files: ScaffoldFile[]
  /** The paths of files that are there already, relative to the newsletter's folder. */
  present: string[]
  /** Whether there are issues, so that no first one is to be written. */
  hasIssues: boolean
}

const logo = 'issues/images/logo.png'

/**
 * Selects those files of a new newsletter that its folder does not have. A config in any format stands for the one that
 * would be written, and for the logo that this would name; any issue stands for the first one and its pictures.
 * @param folder absolute; need not exist
 */
export function selectNewFiles(folder: string, files: readonly ScaffoldFile[]): NewFiles {
  const config = configNames.find((name) => isPresent(join(folder, name)))
  const hasIssues = isFolder(join(folder, 'issues')) && readIssueFiles(folder).issues.length > 0
  const isCovered = ({ path }: ScaffoldFile) => {
    if (path === 'issue.config.yml' || path === logo) return config !== undefined
    return hasIssues && /^issues\/(?!_)/.test(path)
  }
  const others = files.filter((file) => !isCovered(file))
  const isThere = ({ path }: ScaffoldFile) => isPresent(join(folder, path))
  return {
    files: others.filter((file) => !isThere(file)),
    present: [...(config === undefined ? [] : [config]), ...others.filter(isThere).map(({ path }) => path)],
    hasIssues,
  }
}
