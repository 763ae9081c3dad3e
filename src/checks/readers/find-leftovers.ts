import { textBefore } from '../../typeset/text-before.ts'

/** A marker of unfinished text. */
export interface Leftover {
  word: string
  start: number
  /** False for one that may be intended. */
  sure: boolean
}

export interface LeftoverContext {
  /** A BCP 47 language tag. */
  lang: string
  /** Whether the issue explains what TK stands for. */
  knowsTk: boolean
}

/** How much of the text on each side shows what a marker is, in UTF-16 code units: a long sentence. */
const lookAround = 400

/** A found marker with the text around it. */
interface LeftoverMatch {
  word: string
  /** Not all of it: `lookAround`. */
  before: string
  /** Whether the text begins with the marker. */
  isFirst: boolean
  after: string
  lang: string
  knowsTk: boolean
}

/** Journalists' TK ("to come") and programmers' markers; not within a word, an identifier, a path or an address. */
const markers =
  /(?<![\p{L}\p{N}_\-./@\\$])(?:(?:TK)+|TODO|FIXME|X{3,}(?:[ \t]+X{3,})*)(?![\p{L}\p{N}_/\\]|[-.–]\p{L}|-\p{N})/gu

const loremIpsum = /\blorem\s+ipsum\b|この文章はダミーです/giu

/** Placeholders in brackets: `[placeholder]`, `[insert name]`, `[your city]`, `[link to come]`. */
const brackets = [
  /placeholder(?: [^[\]\n]{1,40})?|platzhalter|à compléter|da completare|por completar/,
  /(?:insert|insérer|insertar|inserir|inserire)\s[^[\]\n]{1,60}|[^[\]\n]{1,40}\seinfügen/,
  /(?:add|put|enter|type|paste|write|fill in)\s[^[\]\n]{1,40}\s(?:here|in here)/,
  /your (?:(?:first|last|full|company|brand|product|business) )?(?:name|company|brand|business|product|city|title|headline|subject|link|url|image|photo|logo|text|copy|email|email address|website|number)(?: here)?/,
  /(?:link|url|image|photo|picture|logo|video|text|copy|quote|headline|title|caption|name|date|number|chart)(?: goes)? here/,
  /[^[\]\n]{1,40} (?:goes here|to come|tk|tbd|tbc)|tbd|tbc|link|url|first name|last name|company name/,
]
const bracketed = new RegExp(`\\[(?:${brackets.map(({ source }) => source).join('|')})\\](?!\\()`, 'giu')

/** Every marker contains one of these, and most texts none. */
const signs = /TK|TODO|FIXME|XXX|lorem|この文章|\[/i

/**
 * Finds the markers of unfinished text, in their order. A marker that the text writes about (`a TODO list`, `“TK”`) is not
 * reported.
 */
export function findLeftovers(text: string, { lang, knowsTk }: LeftoverContext): Leftover[] {
  const found: Leftover[] = []
  if (!signs.test(text)) return found
  const collect = (
    pattern: RegExp,
    isSure: (match: LeftoverMatch) => boolean,
    isIntended: (match: LeftoverMatch) => boolean,
  ) => {
    for (const { 0: word, index: start } of text.matchAll(pattern)) {
      const before = textBefore(text, start, lookAround)
      const isFirst = before.trim() === '' && text.slice(0, start).trim() === ''
      const after = text.slice(start + word.length)
      const match = { word, before, isFirst, after, lang, knowsTk }
      if (!isQuoted(match) && !isIntended(match)) found.push({ word, start, sure: isSure(match) })
    }
  }
  collect(
    markers,
    (match) => !isWordOfSentence(match),
    (match) => !isStandalone(match) && (isIntendedTk(match) || isIntendedTodo(match) || isIntendedXxx(match)),
  )
  collect(
    loremIpsum,
    () => true,
    ({ before, after }) => !/^\s+dolor/i.test(after) && isMentioned(before, after),
  )
  collect(
    bracketed,
    () => false,
    () => false,
  )
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a text explains what TK stands for: `Tokelau (TK)`, `Techniker Krankenkasse (TK)`. */
export function introducesTk(text: string): boolean {
  return (
    text.includes('TK') && /(?:\bT\p{L}*k\p{L}*|\bT\p{L}+[\s-]+K\p{L}+)\s\(TK\)|\bTK\s\(T\p{L}+/u.test(text)
  )
}

function isQuoted({ before, after }: LeftoverMatch): boolean {
  const opens = /["'“”„‚‘’«‹»「『]$|[«‹][ \u00a0\u202f]$/u.test(before)
  return opens && /^[^"'“”‘’»›«」』]{0,80}["'“”‘’»›«」』]/u.test(after)
}

/** Whether a marker is alone, in brackets or before a colon, where it has no other meaning. */
function isStandalone({ before, isFirst, after }: LeftoverMatch): boolean {
  if (isFirst && /^\W*$/u.test(after)) return true
  return (/\[$/.test(before) && after.startsWith(']')) || /^(?::\s|\(\w+\))/.test(after)
}

/** Whether TK is a name, a country, a flight number or, in German, frozen food. */
function isIntendedTk({ word, before, after, lang, knowsTk }: LeftoverMatch): boolean {
  if (word !== 'TK') return false
  if (knowsTk || /^de\b/i.test(lang)) return true
  return (
    /^\s(?:\d{2,4}\b(?!\s?%)|Maxx|Elevator|Airlines)/.test(after) ||
    /\b[A-Z]{2}, $/.test(before) ||
    /^, [A-Z]{2}\b/.test(after)
  )
}

/** Whether the text writes about the marker, or `TODO` is the Spanish and Portuguese word for "all". */
function isIntendedTodo({ word, before, after, lang }: LeftoverMatch): boolean {
  if (word !== 'TODO' && word !== 'FIXME') return false
  return (word === 'TODO' && /^(?:es|pt|gl|ast|an)\b/i.test(lang)) || isMentioned(before, after)
}

/** What stands before a value that is still missing: "the price is TODO", "sponsored by TODO", "Intro – TODO". */
const valuePlace =
  /(?:\b(?:is|are|was|were|costs?|by|at|until|please|ist|sind|kostet|bitte|est|sont|es|son)|[=:(/$€£–—-])\s*$/i

/**
 * Whether a programmer's marker may be a word of the sentence, as in "Better errors for FIXME". It is a note at the start of
 * the text, in the place of a value, and where its clause has no other words.
 */
function isWordOfSentence(match: LeftoverMatch): boolean {
  const { word, before, isFirst, after } = match
  if (isStandalone(match)) return false
  if (word.startsWith('X')) return determiner.test(before)
  if (!/^(?:TODO|FIXME)$/.test(word) || isFirst || valuePlace.test(before)) return false
  const clause = [
    /[^.!?\n\u2028]*$/.exec(before)?.[0],
    /^[^.!?\n\u2028]*/.exec(after.slice(0, lookAround))?.[0],
  ]
  return /\p{L}/u.test(clause.join(''))
}

/** What programmers do with a marker: "Remove outdated TODO", "resolves FIXME". */
const work =
  /\b(?:(?:(?:remov|delet|resolv|eliminat)(?:e|es|ed|ing)|(?:drop|clear|clean|address|fix)(?:s|es|ed|ped|ing|ping)?(?: up)?|get(?:s|ting)? rid of)(?:\s+(?!(?:is|are|was|were|to|at|by|until|costs?)\b)[\p{L}\d'’-]+){0,3}|outdated|obsolete|old|stale|unused|leftover|remaining|stray)\s+$/iu

const topic =
  /^(?:\s*(?:,|\/|&|and|or)\s*(?:TODO|FIXME|XXX|HACK|NOTE|BUG)s?\b)*\s+(?:lists?|apps?|applications?|items?|comments?|files?|notes?|tags?|entry|entries|marks?|markers?|tracker|manager|board|example|demo|tutorial|group|MVC|annotations?|tree|highlight\w*|bot|plugins?|extensions?|keywords?|generators?|text|filler|passage|api)\b/i
const determiner =
  /\b(?:an?|the|this|that|these|those|your|my|our|their|his|her|its|every|each|any|some|no|another|many|word|tag|keyword|classic|usual|ein|eine|einen|das|der|die|dem|den|des|un|une|le|la|les|ce)\s+$/i

function isMentioned(before: string, after: string): boolean {
  return topic.test(after) || determiner.test(before) || work.test(before)
}

/** Whether `XXX` is thirty in Roman numerals, kisses after a name, or masked digits. */
function isIntendedXxx({ word, before, after }: LeftoverMatch): boolean {
  if (!/^X/.test(word)) return false
  const isNumeral =
    /\b(?:Bowl|Olympiad|Olympics|Games|WrestleMania|Chapter|Part|Volume|Vol\.|Book|Act|Article|Section|Title|Psalm|Kapitel|Band|Teil|Chapitre|Tome|Livre|Capítulo|Libro)\s$/u
  const isKiss = /^\W*$/u.test(after) && /\p{Lu}\p{Ll}+,?\s$/u.test(before)
  if (topic.test(after) || work.test(before)) return true
  return isNumeral.test(before) || isKiss || /\d{3}[\s)]*$/.test(before) || /^[\s(]*\d{3}/.test(after)
}
