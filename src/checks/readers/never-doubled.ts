import { memoizeText } from '../../memoize-text.ts'

/**
 * Words that no correct sentence of a language has twice in a row. Words that a sentence can double are left out ("had
 * had", "that that", "log in in", German "die die", French "nous nous", Dutch "dat dat"), and so are words that are doubled
 * on purpose ("very very", "sehr sehr").
 */
const lists: Record<string, string> = {
  en: 'the a an and of to or for with from by at as are were be been will would could should your our their its his these those if because than which into onto about between when while we they',
  de: 'und oder aber ist sind ein eine einen einem einer eines von mit für im am vom zum zur des nicht auch wird wurde hat wie als wenn dass wir kann bei nach über unter um durch gegen ohne wegen',
  fr: 'le les de des du et un une est sont dans pour par sur avec ce cette ces au aux mais où dont sans sous vers chez entre',
  es: 'el los las de del y en un una con para es se su al por sin sobre entre desde hasta pero',
  it: 'il lo gli le di del della dei delle e un una per con è sono nel nella al alla da dal dalla ma tra fra',
  pt: 'o os as de do da dos das e um uma em na nos nas para com é se por pelo pela mas sem sobre entre',
  nl: 'de het een en van te met voor is niet ook maar naar bij uit om',
  sv: 'och en ett som är av för med till från eller men',
  da: 'og en et som er af for med til fra eller men',
  nb: 'og en et som er av for med til fra eller men',
  pl: 'i w na z do dla od jest że oraz przez przy lub ale',
  ru: 'и в на для из от с к при или но через между',
}

/** The words of a language that are never doubled; none for a language without a list. */
export const neverDoubled = memoizeText((lang): ReadonlySet<string> => {
  const language = new Intl.Locale(lang).language
  return new Set((lists[language === 'nn' || language === 'no' ? 'nb' : language] ?? '').split(' '))
}, 50)
