/**
 * The characters that stand for something of ours while an issue is rendered, each meaning with its own. None of them is
 * in an email that goes out.
 */

// Letters of the private use area mean nothing to Markdown, YAML, Liquid, CSS or HTML, and none of them escapes them.

/** What a token begins with: the number of a merge tag follows in one digit or two, then fillers up to its length. */
export const tokenStart = '\ue000'
export const tokenFiller = '\ue001'
export const tokenEnd = '\ue002'
/** The digits of a token's number: the first one's code point, and how many there are. */
export const tokenDigits = { first: 0xe100, count: 2048 }

const oneToken = /\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002/.source

/** What stands for one merge tag. Global. */
export const token: RegExp = new RegExp(oneToken, 'g')

/** A tag that was made a block, wherever it ended up: as a comment, or as text where comments are none. Global. */
export const blockToken: RegExp = new RegExp(`(?:<|&lt;)!--(${oneToken})--(?:>|&gt;)`, 'g')

/** A token in an address that was percent-encoded. Global. */
export const encodedToken: RegExp =
  /%EE%80%80(?:%EE%(?:8[4-9A-F]|9[0-9A-F]|A[0-3])%[89AB][0-9A-F]){1,2}(?:%EE%80%81)*%EE%80%82/g

/** Keeps the place of a character of an author's note. */
export const noteFiller = '\ue003'

/** Stands behind each character of what only looks like a tag, so that filling tags in passes it. */
export const maskCharacter = '\ue004'

/** What stands for a merge tag, and for an option's id, while addresses of votes are compared. */
export const voteTag = '\ue005'
export const voteOption = '\ue006'

/** A run of any private use, an icon font's among it; within it no line is broken. */
export const privateUseRun: string = /[\ue000-\uf8ff]+/.source

// Noncharacters (Unicode 23.7), which no text may hold.

/** Stands on a blank line of a plaintext that must stay: one in code. */
export const blankLine = '\ufdd0'

/** What stands around a sponsor's placement in a plaintext: its beginning, the end of its name, its end. */
export const placementStart = '\ufdd1'
export const placementNameEnd = '\ufdd2'
export const placementEnd = '\ufdd3'

/** What stands around the number of a Markdown node while the HTML around it is parsed. */
export const nodeStart = '\ufdd4'
export const nodeEnd = '\ufdd5'

const onlyToken = new RegExp(`^${oneToken}$`)

/** True for a text with a merge tag's token in it. */
export function hasToken(text: string): boolean {
  return text.includes(tokenStart)
}

/** True for a text that begins with a merge tag's token. */
export function startsWithToken(text: string): boolean {
  return text.startsWith(tokenStart)
}

/** True for a text that is one token, and nothing else. */
export function isToken(text: string): boolean {
  return onlyToken.test(text)
}

/** True for a text with a merge tag, or an icon font's letter, in it. */
export function hasPrivateUse(text: string): boolean {
  return /[\ue000-\uf8ff]/.test(text)
}

/** True for a text of nothing but private use and white space: of merge tags alone. */
export function isPrivateUse(text: string): boolean {
  return /^[\ue000-\uf8ff\s]+$/.test(text)
}

/** True for a text that wants to be read: ornaments and emoji do not, a merge tag or an icon font's letter does. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text)
}

/** A text without its merge tags, and without letters of icon fonts. */
export function removePrivateUse(text: string): string {
  return text.replace(/[\ue000-\uf8ff]+/g, '')
}

/** What stands between merge tags, and between letters of icon fonts. */
export function splitAtPrivateUse(text: string): string[] {
  return text.split(/\p{Co}+/u)
}
