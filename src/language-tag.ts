import { memoizeText } from './memoize-text.ts'

/** Languages in which authors may name a language: `Deutsch`, `German`, `allemand`. */
const namingLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

/**
 * Whether a text is a tag of a language that exists (BCP 47). Two letters have to be a code of CLDR, which has all of ISO
 * 639-1; three letters are accepted as they are, since ISO 639-3 has thousands. No code has more letters.
 */
export function isLanguageTag(text: string): boolean {
  const language = extractLanguage(text)
  if (language === undefined) return false
  if (language.length === 2) return createNames('en').of(language) !== undefined
  // `und`, for an undetermined language, is an empty one to `Intl`.
  return language.length === 3 || language === ''
}

/**
 * Describes the tag to write instead of a text that is none, for a message: of the language's name (`english`), of a
 * locale's name (`en_US.UTF-8`), of a country's code (`jp`); an example where none is known.
 */
export function expectedLanguageTag(text: unknown): string {
  const tag = typeof text === 'string' ? findLanguageTag(text.trim()) : undefined
  return tag === undefined ? 'a language tag such as `en` or `pt-BR`' : `the language tag \`${tag}\``
}

function findLanguageTag(text: string): string | undefined {
  const tag = text.replace(/[.@].*$/, '').replaceAll('_', '-')
  if (isLanguageTag(tag)) return Intl.getCanonicalLocales(tag)[0]
  const names = listNames()
  const words = [text, ...text.split(/[\s,()/_-]+/)].map(simplify)
  const named = words.map((word) => names.get(word)).find((code) => code !== undefined)
  return named ?? (/^[a-z]{2}$/i.test(text) ? findLanguageOf(text.toUpperCase()) : undefined)
}

/** The main language of a country, from CLDR's likely subtags. */
function findLanguageOf(region: string): string | undefined {
  const isRegion = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(region)
  return isRegion === undefined ? undefined : new Intl.Locale(`und-${region}`).maximize().language
}

/** The codes of the languages with two letters, by their names in the naming languages and in themselves. */
function listNames(): Map<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const english = createNames('en')
  const known = codes.filter((code) => extractLanguage(code) === code && english.of(code) !== undefined)
  const readers = namingLanguages.map(createNames)
  const named = known.flatMap((code) =>
    [createNames(code), ...readers].map((reader) => [simplify(reader.of(code) ?? ''), code] as const),
  )
  return new Map(named)
}

function simplify(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function extractLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical === undefined ? undefined : (new Intl.Locale(canonical).language ?? '')
  } catch {
    return undefined
  }
}

function createNames(reader: string): Intl.DisplayNames {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' })
}

/** The languages whose characters fill a square, each with the forms of its own: `zh-Hans` and `zh-Hant` share many. */
export const cjkLanguages = ['ja', 'ko', 'zh-Hans', 'zh-Hant'] as const
export type CjkLanguage = (typeof cjkLanguages)[number]

/**
 * The language among Chinese, Japanese and Korean that a tag means: `zh-TW` is `zh-Hant`, since CLDR's likely subtags
 * write it so.
 * @returns `undefined` for any other language, and for one of these in another script (`ja-Latn`)
 */
export const findCjkLanguage: (tag: string) => CjkLanguage | undefined = memoizeText(
  (tag): CjkLanguage | undefined => {
    if (extractLanguage(tag) === undefined) return undefined
    const { script } = new Intl.Locale(tag).maximize()
    if (script === 'Jpan' || script === 'Hrkt' || script === 'Hira' || script === 'Kana') return 'ja'
    if (script === 'Kore' || script === 'Hang') return 'ko'
    return script === 'Hans' || script === 'Hant' ? `zh-${script}` : undefined
  },
  50,
)
