import type { Schema } from 'hast-util-sanitize'

/** The elements that stand for blocks between parsing and drawing. */
export const blockElement = 'issue-block'
export const slotElement = 'issue-slot'

const text =
  'a abbr b bdi bdo blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup time tt u ul var wbr'
/** Attributes that browsers use and mail has no need of; nothing is lost with them. */
export const silent = new Set(['markdown', 'loading', 'decoding', 'fetchPriority', 'srcSet', 'sizes'])

const pictures = 'figcaption figure img'
const tables = 'caption col colgroup table tbody td tfoot th thead tr'

/** Presentational attributes that mail needs where CSS does not reach: classic Outlook. */
const layout = ['align', 'bgColor', 'border', 'cellPadding', 'cellSpacing', 'height', 'vAlign', 'width']

/** Inline styles may not load anything: no addresses, and no escapes or comments that could hide one. */
const safeStyle =
  /^(?![\s\S]*(?:url\s*\(|image-set\s*\(|expression\s*\(|@import|javascript:|behavior\s*:|-moz-binding|\\|\/\*))[\s\S]*$/i

/**
 * What raw HTML in Markdown may hold: text markup, tables and pictures; no scripts, event handlers, forms, frames,
 * objects or style sheets, which mail clients drop or distrust (caniemail.com: `<script>`, `<iframe>`, `<form>`,
 * `<object>`, `<link>`). Addresses are not the schema's business: every link and image is resolved elsewhere.
 */
export const emailSchema: Schema = {
  tagNames: [...`${text} ${pictures} ${tables}`.split(' '), blockElement, slotElement],
  attributes: {
    '*': [
      'className',
      'dir',
      'id',
      'lang',
      'title',
      'role',
      'ariaLabel',
      'ariaHidden',
      ['style', safeStyle],
      ...layout,
    ],
    a: ['href', 'name', 'rel', 'target', 'dataFootnoteRef', 'ariaDescribedBy'],
    col: ['span'],
    colgroup: ['span'],
    font: ['color', 'face', 'size'],
    img: ['src', 'alt'],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    ul: ['type'],
    td: ['colSpan', 'rowSpan', 'headers', 'noWrap'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr', 'noWrap'],
    time: ['dateTime'],
    [blockElement]: ['dataN', 'dataRel'],
    [slotElement]: ['dataN'],
  },
  // Spelled out, since what is left out falls back on the library's own defaults.
  ancestors: Object.fromEntries(
    'caption col colgroup tbody td tfoot th thead tr'.split(' ').map((name) => [name, ['table']]),
  ),
  clobber: [],
  protocols: {},
  required: {},
  // Only those that stand for a merge tag; all others are taken out before.
  allowComments: true,
  strip: [
    'script',
    'style',
    'title',
    'template',
    'noscript',
    'textarea',
    'select',
    'svg',
    'math',
    'object',
    'iframe',
  ],
}
