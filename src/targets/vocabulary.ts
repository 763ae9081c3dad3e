/** The words of a provider's tags, as far as they are known. */

/** The keywords and filters of a template language. */
export interface TagLanguage {
  /** The names of statements and blocks, or of functions and helpers. */
  keywords: readonly string[]
  filters: readonly string[]
  /** Whether providers add no others, so that any other word is a mistake; otherwise only misspelt ones are. */
  isComplete: boolean
  /** Whether values can be calls: `{{ name(key="x") }}`. */
  hasFunctions?: boolean
  /** Keywords of similar languages that this one surely does not have, although it is not complete. */
  lacks?: readonly string[]
}

export interface Vocabulary {
  /** The names of values besides those of the neutral names: `unsubscribe_link`. */
  values?: readonly string[]
  /** The beginnings of names that senders choose: `subscriber.`; the empty text for any name. */
  own?: readonly string[]
  /** Whether capital and small letters are the same in names. */
  ignoresCase?: boolean
  language?: TagLanguage
}

const split = (words: string): string[] => words.trim().split(/\s+/)

/** Shopify's Liquid (shopify.github.io/liquid), without `include` and `render`, which need files. */
export const liquidLanguage: TagLanguage = {
  keywords: split(
    'if elsif else endif unless endunless case when endcase for endfor break continue tablerow endtablerow cycle assign capture endcapture increment decrement ifchanged endifchanged comment endcomment raw endraw doc enddoc liquid echo',
  ),
  filters: split(
    'abs append at_least at_most base64_decode base64_encode base64_url_safe_decode base64_url_safe_encode capitalize ceil compact concat date default divided_by downcase escape escape_once find find_index first floor has join last lstrip map minus modulo newline_to_br plus prepend reject remove remove_first remove_last replace replace_first replace_last reverse round rstrip size slice sort sort_natural split strip strip_html strip_newlines sum times truncate truncatewords uniq upcase url_decode url_encode where',
  ),
  isComplete: true,
}

/** Django's template language (docs.djangoproject.com, "Built-in template tags and filters"), without those for files. */
export const djangoLanguage: TagLanguage = {
  keywords: split(
    'autoescape endautoescape block endblock comment endcomment cycle debug filter endfilter firstof for empty endfor if elif else endif ifchanged endifchanged load lorem now regroup resetcycle spaceless endspaceless templatetag url verbatim endverbatim widthratio with endwith',
  ),
  filters: split(
    'add addslashes capfirst center cut date default default_if_none dictsort dictsortreversed divisibleby escape escapejs filesizeformat first floatformat force_escape get_digit iriencode join json_script last length length_is linebreaks linebreaksbr linenumbers ljust lower make_list phone2numeric pluralize pprint random rjust safe safeseq slice slugify stringformat striptags time timesince timeuntil title truncatechars truncatechars_html truncatewords truncatewords_html unordered_list upper urlencode urlize urlizetrunc wordcount wordwrap yesno',
  ),
  isComplete: true,
}

/** Several similar languages, of which more words exist than are listed: Jinja, HubL and what providers add to Django. */
export const looseLanguage: TagLanguage = {
  keywords: [
    ...new Set([
      ...djangoLanguage.keywords,
      ...liquidLanguage.keywords,
      ...split(
        'set endset macro endmacro call endcall import from include extends elseif raw endraw do render',
      ),
    ]),
  ],
  filters: [...new Set([...djangoLanguage.filters, ...liquidLanguage.filters])],
  isComplete: false,
}

/** Handlebars' own helpers (handlebarsjs.com, "Built-in helpers"). */
export const handlebarsLanguage: TagLanguage = {
  keywords: split('if unless each with lookup log else'),
  filters: [],
  isComplete: true,
}

/** The functions and keywords of Go's templates (pkg.go.dev/text/template) and of Sprig (masterminds.github.io/sprig). */
export const goLanguage: TagLanguage = {
  keywords: split(`
    if else end range with define block template break continue nil true false
    and call html index slice js len not or print printf println urlquery eq ne lt le gt ge
    abbrev abbrevboth add add1 add1f addf adler32sum ago all any append atoi b32dec b32enc b64dec b64enc base bcrypt biggest
    bool buildCustomCert camelcase cat ceil chunk clean coalesce compact concat contains date dateInZone dateModify date_in_zone
    date_modify debug deepCopy deepEqual default dict dig dir div divf duration durationRound empty ends ext fail filepath
    first float64 floor fromJson get has hasKey hasPrefix hasSuffix hello htmlDate htmlDateInZone indent initial initials int
    int64 isAbs join kebabcase keys kindIs kindOf last list lower max maxf merge mergeOverwrite min minf mod mul mulf
    mustAppend mustDateModify mustToDate must_date_modify nindent nospace now omit osBase osClean osDir osExt osIsAbs pick
    pluck plural prepend push quote randAlpha randAlphaNum randAscii randBytes randInt randNumeric regexFind regexFindAll
    regexMatch regexQuoteMeta regexReplaceAll regexReplaceAllLiteral regexSplit repeat replace rest reverse round semver
    semverCompare seq set sha1sum sha256sum sha512sum shuffle slice snakecase sortAlpha split splitList splitn squote sub subf
    substr swapcase ternary title toDate toDecimal toJson toPrettyJson toRawJson toString toStrings trim trimAll trimPrefix
    trimSuffix trimall trunc tuple typeIs typeIsLike typeOf uniq unixEpoch unset until untilStep untitle upper urlJoin
    urlParse uuidv4 values without wrap wrapWith
  `),
  filters: [],
  isComplete: true,
}

/** Creates a language without keywords of similar ones, which are separated by spaces. */
export function reduceLanguage(language: TagLanguage, lacking: string): TagLanguage {
  const lacks = split(lacking)
  return { ...language, keywords: language.keywords.filter((each) => !lacks.includes(each)), lacks }
}

/** Creates a language with a provider's own keywords, which are separated by spaces. */
export function extendLanguage(language: TagLanguage, keywords: string): TagLanguage {
  return { ...language, keywords: [...language.keywords, ...split(keywords)] }
}
