/**
 * Creates a newsletter's name from that of its folder: `the-tea-letter` is `The Tea Letter`.
 * @returns `My newsletter` for a folder whose name has no letters
 */
export function createName(folder: string): string {
  const words = folder
    .normalize('NFC')
    .split(/[\s_.-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (!words.some((word) => /\p{L}/u.test(word))) return 'My newsletter'
  return words.map((word) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())).join(' ')
}
