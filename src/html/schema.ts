import type { Schema } from 'hast-util-sanitize'
import { unsafeStyle } from '../merge-tags/unsafe-values.ts'

/** The elements that represent blocks, and the parts of blocks, until `renderBlocks` renders their templates. */
export const blockElement = 'issue-block'
export const slotElement = 'issue-slot'

const text =
  'a abbr b bdi bdo blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup time tt u ul var wbr'
/** Attributes that are removed without a message, since they have no effect in mail. */
export const silent = new Set(['markdown', 'loading', 'decoding', 'fetchPriority', 'srcSet', 'sizes'])

const pictures = 'figcaption figure img'
const tables = 'caption col colgroup table tbody td tfoot th thead tr'

/** Presentational attributes for classic Outlook, which does not support the CSS. */
const layout = ['align', 'bgColor', 'border', 'cellPadding', 'cellSpacing', 'height', 'vAlign', 'width']

/** Inline styles that load nothing: without addresses, and without escapes or comments that could hide one. */
const safeStyle = new RegExp(`^(?![\\s\\S]*(?:${unsafeStyle.source}))[\\s\\S]*$`, 'i')

/**
 * The elements and attributes that raw HTML in Markdown may contain: text markup, tables and images; no scripts, event
 * handlers, forms, frames, objects or style sheets, which mail clients remove or treat as suspicious (caniemail.com:
 * `<script>`, `<iframe>`, `<form>`, `<object>`, `<link>`). Addresses are not validated here, since every link and image
 * is resolved by `applyEmailRules`.
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
  // Each key is set, since the library has defaults for missing ones.
  ancestors: Object.fromEntries(
    'caption col colgroup tbody td tfoot th thead tr'.split(' ').map((name) => [name, ['table']]),
  ),
  clobber: [],
  protocols: {},
  required: {},
  // Only those that represent a merge tag are left; `sanitize` removes all others before.
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
