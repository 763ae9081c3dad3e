import { encodeStrictly, type Vote } from './vote-pattern.ts'

/** The folder in `dist/` for the pages of polls; no issue can have it as its slug. */
export const voteFolder = 'vote'

/** The folder below an option's page for the page that says thanks: a request for it is a vote. */
export const thanksFolder = 'thanks'

/** Bytes of a folder name, within the limits of all file systems: 255 (ext4, APFS and NTFS), 143 (eCryptfs). */
const longestName = 100

/**
 * The folder of an option's page, relative to the output folder: `vote/2024-11-28-sora/feedback/loved-it`.
 * @param vote its `poll` must be valid as a folder's name (`isId`)
 */
export function formatVotePath({ issue, poll, option, index }: Vote): string {
  return [voteFolder, issue, poll, formatOptionFolder(option, index)].join('/')
}

/**
 * The URL of an option's page.
 * @param url the newsletter's own address, without a slash at the end
 */
export function formatVotePageUrl(url: string, vote: Vote): string {
  const address = `${url}/${formatVotePath(vote).split('/').map(encodeStrictly).join('/')}/`
  return vote.subscriber === undefined ? address : `${address}?s=${vote.subscriber}`
}

/** An option's id comes from its words and may be too long for a folder: then it is cut and ends in its number. */
function formatOptionFolder(option: string, index: number): string {
  if (Buffer.byteLength(option) <= longestName) return option
  const letters = [...option]
  while (Buffer.byteLength(letters.join('')) > longestName - 4) letters.pop()
  return `${letters.join('').replace(/-+$/, '')}-${index}`
}
