/** The names of HTML's elements by how they end (HTML, sections 4 "The elements of HTML", 13.1.2 and 16.2 "Obsolete"). */

/** Elements without content and end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Elements whose end tag may be left out. */
export const optionalEnds: ReadonlySet<string> = new Set(
  'body colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr'.split(' '),
)

/** Elements whose content is text to the parser: without their end tag they extend to the end of the document. */
export const rawTextElements: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
)

/** Elements of phrasing, which belong to one paragraph. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label mark meter nobr output progress q ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

/** Elements with a syntax of their own inside them. */
export const foreignElements: ReadonlySet<string> = new Set(['math', 'svg'])

const others =
  'address applet area article aside audio blockquote canvas caption center datalist details dialog dir div dl fencedframe fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup legend listing main map marquee menu menuitem nav noscript object ol picture pre search section select slot summary table template ul video'

/** The names of all elements of HTML, with those that are obsolete. */
export const htmlElements: ReadonlySet<string> = new Set([
  ...voidElements,
  ...optionalEnds,
  ...rawTextElements,
  ...inlineElements,
  ...foreignElements,
  ...others.split(' '),
])
