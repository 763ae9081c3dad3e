/**
 * The placeholder characters that are in an issue's text while it is rendered. None of them is in a finished email.
 */

// Letters of the private use area mean nothing to Markdown, YAML, Liquid, CSS or HTML, and none of them escapes them.

/**
 * The first character of a token, which is the placeholder of a merge tag. Its number follows in one digit or two, then
 * fillers up to the length of the tag.
 */
export const tokenStart = '\ue000'
export const tokenFiller = '\ue001'
export const tokenEnd = '\ue002'
/** The digits of a token's number: the first one's code point, and how many there are. */
export const tokenDigits = { first: 0xe100, count: 2048 }

const oneToken = /\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002/.source

/** The token of a merge tag. Global. */
export const token: RegExp = new RegExp(oneToken, 'g')

/** The token of a tag that is a block of its own: in a comment, also in one that was escaped as text. Global. */
export const blockToken: RegExp = new RegExp(`(?:<|&lt;)!--(${oneToken})--(?:>|&gt;)`, 'g')

/** A token in percent-encoding, as parsers write it in an address. Global. */
export const encodedToken: RegExp =
  /%EE%80%80(?:%EE%(?:8[4-9A-F]|9[0-9A-F]|A[0-3])%[89AB][0-9A-F]){1,2}(?:%EE%80%81)*%EE%80%82/g

/** Replaces each character of an author's note, so that offsets stay the same. */
export const noteFiller = '\ue003'

/** Follows each character of text that only looks like a merge tag, so that sample data is not filled in there. */
export const maskCharacter = '\ue004'

/** The placeholders of a merge tag and of an option's id while the addresses of votes are compared. */
export const voteTag = '\ue005'
export const voteOption = '\ue006'

/** Replaces the `<` of raw HTML that is text, so that no parser takes it for a tag and offsets stay the same. */
export const literalTagStart = '\ue007'

/**
 * Replace each character of what Liquid prints (`{{ … }}`) and of its tags (`{% … %}`) in a template that is validated, so
 * that offsets stay the same.
 */
export const liquidOutput = '\ue008'
export const liquidTag = '\ue009'

/** A run of private use characters, including those of icon fonts. Lines are not broken within it. */
export const privateUseRun: string = /[\ue000-\uf8ff]+/.source

// Noncharacters (Unicode 23.7), which never occur in a text.

/** The content of a blank line that must not be removed from a plaintext: one in code. */
export const blankLine = '\ufdd0'

/** The markers around a sponsor's placement in a plaintext: its start, the end of its name, its end. */
export const placementStart = '\ufdd1'
export const placementNameEnd = '\ufdd2'
export const placementEnd = '\ufdd3'

/** The characters around the number of a Markdown node while the HTML around it is parsed. */
export const nodeStart = '\ufdd4'
export const nodeEnd = '\ufdd5'

/** The characters around the number of a piece of CSS while style sheets are inlined. */
export const pieceStart = '\ufdd6'
export const pieceEnd = '\ufdd7'

const onlyToken = new RegExp(`^${oneToken}$`)

/** True for a text that contains a token. */
export function hasToken(text: string): boolean {
  return text.includes(tokenStart)
}

/** True for a text that contains a token in percent-encoding. */
export function hasEncodedToken(text: string): boolean {
  return text.includes('%EE%80%80')
}

/** True for a text that begins with a token. */
export function startsWithToken(text: string): boolean {
  return text.startsWith(tokenStart)
}

/** True for a text that is exactly one token. */
export function isToken(text: string): boolean {
  return onlyToken.test(text)
}

/** True for a text that contains a token or a character of an icon font. */
export function hasPrivateUse(text: string): boolean {
  return /[\ue000-\uf8ff]/.test(text)
}

/** True for a text of only private use characters and white space, such as one of merge tags only. */
export function isPrivateUse(text: string): boolean {
  return /^[\ue000-\uf8ff\s]+$/.test(text)
}

/** True for a text with something to read: letters, digits, tokens or icons, but not only ornaments and emoji. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(text)
}

/** Removes tokens and the characters of icon fonts. */
export function removePrivateUse(text: string): string {
  return text.replace(/[\ue000-\uf8ff]+/g, '')
}

/** The parts of a text between tokens and characters of icon fonts. */
export function splitAtPrivateUse(text: string): string[] {
  return text.split(/\p{Co}+/u)
}
