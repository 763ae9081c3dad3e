import { encodeStrictly, type Vote } from './vote-pattern.ts'

/** The folder in `dist/` that the pages of polls stand in; no issue can have it as its slug. */
export const voteFolder = 'vote'

/** The folder below an option's page whose page says thanks: a hit there is a vote. */
export const thanksFolder = 'thanks'

/** Room for a name on every file system: they hold 255 bytes (ext4, APFS and NTFS alike; eCryptfs 143). */
const longestName = 100

/**
 * The folder of an option's page, relative to the out folder: `vote/2024-11-28-sora/feedback/loved-it`.
 * @param vote `poll` is an id that may be a folder's name
 */
export function formatVotePath({ issue, poll, option, index }: Vote): string {
  return [voteFolder, issue, poll, toName(option, index)].join('/')
}

/**
 * The address of an option's page.
 * @param url the newsletter's, without a slash at the end
 */
export function formatVotePageUrl(url: string, vote: Vote): string {
  const address = `${url}/${formatVotePath(vote).split('/').map(encodeStrictly).join('/')}/`
  return vote.subscriber === undefined ? address : `${address}?s=${vote.subscriber}`
}

/** An option's id is made of its words, which may be many. */
function toName(option: string, index: number): string {
  if (Buffer.byteLength(option) <= longestName) return option
  const letters = [...option]
  while (Buffer.byteLength(letters.join('')) > longestName - 4) letters.pop()
  return `${letters.join('').replace(/-+$/, '')}-${index}`
}
