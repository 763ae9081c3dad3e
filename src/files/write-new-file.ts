import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFolders } from './create-folders.ts'
import { createPathResolver } from './writable-path.ts'

/**
 * Writes a file that is not there yet, and the folders that it lies in.
 * @param folder the folder that nothing may be written outside of, absolute
 * @param path relative to that folder, with `/`
 * @returns its path, absolute; `undefined` when there is something already, which is left as it is
 * @throws {NodeJS.ErrnoException} an error of the file system; with code `EOUTSIDE` when the path leads out of the folder
 */
export async function writeNewFile(folder: string, path: string, text: string): Promise<string | undefined> {
  const target = createPathResolver(folder)(path)
  createFolders(dirname(target))
  try {
    const handle = await open(target, 'wx')
    await handle.writeFile(text).finally(() => handle.close())
    return target
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}
