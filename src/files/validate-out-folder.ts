import { join } from 'node:path'
import { explainDiskError } from './explain-disk-error.ts'
import { isInside, readRealPath } from './paths.ts'
import { UsageError } from './usage-error.ts'

/**
 * Validates that writing to the out folder cannot overwrite what the user wrote. Symbolic links are followed.
 * @param out the out folder, absolute
 * @param root the newsletter's folder, absolute
 * @throws {UsageError} when the out folder is, or contains, the newsletter, its issues or its templates, or lies in these
 */
export function validateOutFolder(out: string, root: string): void {
  const real = follow(out)
  if (isInside(real, follow(root))) {
    throw new UsageError(
      `Unexpected \`--out\` at \`${out}\`, expected a folder that does not contain the newsletter`,
    )
  }
  for (const name of ['issues', 'templates']) {
    const folder = follow(join(root, name))
    if (isInside(real, folder) || isInside(folder, real)) {
      throw new UsageError(`Unexpected \`--out\` at \`${out}\`, expected a folder apart from \`${name}/\``)
    }
  }
}

function follow(path: string): string {
  try {
    return readRealPath(path)
  } catch (error) {
    throw new UsageError(`Cannot reach \`${path}\`: ${explainDiskError(error).reason}`)
  }
}
