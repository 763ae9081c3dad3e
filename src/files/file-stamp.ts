import { statSync } from 'node:fs'

/** Some file systems count a file's times in steps of two seconds (FAT). */
const longestStep = 2000

/**
 * Reads what a file system stores of a file besides its content, and changes with it: its inode, its size and its times.
 * @param path absolute; links are followed
 * @returns `undefined` for a file that is not there, and for one that has just changed: another change in the same step of
 * the clock would not show
 */
export function readFileStamp(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = statSync(path, { bigint: true })
    const age = Date.now() - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs)
    return age > longestStep ? [dev, ino, size, mtimeNs, ctimeNs].join(' ') : undefined
  } catch {
    return undefined
  }
}
