import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Reads a file, and nothing else: to read a named pipe, a socket or a device could wait, or last, for ever.
 * @param path absolute
 * @throws {NodeJS.ErrnoException} when it cannot be read; with code `ENOTFILE` when it is there but no file
 */
export async function readRegularFile(path: string): Promise<Buffer> {
  // Without O_NONBLOCK, opening a named pipe waits for a writer (POSIX, open). Windows has no such constant.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error) => {
    // What a socket, or a device without a driver, gives (Linux, open(2)).
    throw ['ENXIO', 'ENODEV', 'EOPNOTSUPP'].includes(error.code) ? createNoFileError(path) : error
  })
  try {
    if (!(await handle.stat()).isFile()) throw createNoFileError(path)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function createNoFileError(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${path} is no file`), { code: 'ENOTFILE', path })
}
