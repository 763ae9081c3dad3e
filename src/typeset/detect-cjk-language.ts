import type { CjkLanguage } from '../language-tag.ts'

/** Frequent characters of simplified Chinese that neither traditional Chinese nor Japanese has. */
const SIMPLIFIED =
  /[们这说时对还过开关门见让书长发动经应样实现给从为问间电话语认网进选钱节链络费则务类变车东两业际无该议]/gu
/** Frequent characters of traditional Chinese that neither simplified Chinese nor modern Japanese has. */
const TRADITIONAL = /[們這說對還關讓發經應樣實從麼沒來會國學點數當與體觀邊變條號區廣轉雙嗎兩總萬聽讀寫賣]/gu
const HANGUL = /\p{Script=Hangul}/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const HAN = /[\p{Script=Han}\p{Script=Bopomofo}]/gu
/** Letters of other scripts, as words: a word of Chinese has about two characters. */
const OTHER_WORD =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}'’])+/gu

/** What of a text is Chinese, Japanese or Korean. */
export interface CjkCounts {
  /** Chinese, Japanese and Korean letters. */
  letters: number
  /** Words of other scripts. */
  otherWords: number
}

/** Counts the Chinese, Japanese and Korean letters of a text, and its words in other scripts. */
export function countCjk(text: string): CjkCounts {
  return {
    letters: count(text, HAN) + count(text, KANA) + count(text, HANGUL),
    otherWords: count(text, OTHER_WORD),
  }
}

/** True for a text that is mostly Chinese, Japanese or Korean, even if names in Latin letters are longer. */
export function isMostlyCjk(text: string): boolean {
  const { letters, otherWords } = countCjk(text)
  return letters > 0 && letters > otherWords
}

/**
 * The language of a text in Chinese, Japanese or Korean, by its characters: Japanese has kana in every sentence. The two
 * ways to write Chinese are distinguished where at least `evidence` characters, and 19 of 20 of them, belong to one alone.
 * @returns `zh` for Chinese characters that do not say which; `undefined` for a text without such letters
 */
export function detectCjkLanguage(text: string, { evidence = 3 } = {}): CjkLanguage | 'zh' | undefined {
  const [han, kana, hangul] = [count(text, HAN), count(text, KANA), count(text, HANGUL)]
  if (han + kana + hangul === 0) return undefined
  if (hangul > han + kana) return 'ko'
  if (kana * 12 > han) return 'ja'
  const [simplified, traditional] = [count(text, SIMPLIFIED), count(text, TRADITIONAL)]
  if (simplified + traditional < evidence) return 'zh'
  if (traditional * 19 < simplified) return 'zh-Hans'
  return simplified * 19 < traditional ? 'zh-Hant' : 'zh'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
