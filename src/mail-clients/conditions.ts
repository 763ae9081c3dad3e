import { isPlainMedia } from '../css/media-queries.ts'
import type { FeatureUse } from './feature-use.ts'

/** A note of caniemail on partial support, as a test of a use of the feature. */
export interface Condition {
  /** The features to whose notes it applies. */
  slug: RegExp
  /** Matches the text of the note. */
  note: RegExp
  /** Whether the note excludes this use. */
  lacks(use: FeatureUse): boolean
}

const always = () => true

/** The note excludes values that match. */
function matches(pattern: RegExp): Condition['lacks'] {
  return ({ value }) => pattern.test(value)
}

/** The note excludes elements that match, except with a value that has no effect. */
function on(tags: RegExp, noEffect: RegExp = /(?!)/): Condition['lacks'] {
  return ({ tagName, value }) => tagName !== undefined && tags.test(tagName) && !noEffect.test(value)
}

const noEffect = /^(0|none|auto|normal|inherit|0 auto)$/
/** A colour with spaces between its channels. */
const spaced = /(rgb|rgba)\([^),]*[\d.%]\s+[\d.]/
const negative = /(^|\s)-\.?\d/
/** Several values with commas between. */
const layered = /^(?:[^(),]|\([^()]*(?:\([^()]*\)[^()]*)*\))*,/
/** A pseudo-class on anything but a type selector: `.button:hover`, `[href]:hover`, `:hover`. */
const notOnType = /^(?![a-z][\w-]*:)/

/**
 * The notes of caniemail that say which uses of a feature a client lacks. A client with at least one of these notes lacks
 * the uses that its notes exclude, and no others. A client without such a note lacks a feature that caniemail calls
 * unsupported, and supports one that caniemail calls partially supported. Notes on single kinds of accounts are left out,
 * so that what only some accounts lack counts as supported.
 */
export const conditions: Condition[] = [
  // Sizes and spaces
  { slug: /^css-margin$/, note: /Negative values/, lacks: matches(negative) },
  { slug: /^css-margin$/, note: /`auto` value is not/, lacks: matches(/\bauto\b/) },
  { slug: /^css-margin$/, note: /`<span>` and `<body>`/, lacks: on(/^span$/, noEffect) },
  { slug: /^css-padding$/, note: /Only supported on table cells/, lacks: on(/^(?!t[dh]$|body$)/, noEffect) },
  { slug: /^css-text-indent$/, note: /Negative values/, lacks: matches(negative) },
  {
    slug: /^css-height$/,
    note: /Replaces `height` by `min-height`/,
    lacks: ({ value }) => !noEffect.test(value),
  },
  { slug: /^css-height$/, note: /Not supported on `<body>`/, lacks: on(/^(span|div|p)$/, noEffect) },
  {
    slug: /^css-width$/,
    note: /Not supported on `<body>`/,
    lacks: on(/^(span|div|p|img)$/, /^(auto|100%)$/),
  },
  { slug: /^css-max-width$/, note: /Only works on `<table>`/, lacks: on(/^(?!table$)/, noEffect) },
  { slug: /^css-border$/, note: /bigger than 8px/, lacks: matches(/\b(9|[1-9]\d+)(\.\d+)?px/) },
  { slug: /^css-border-radius$/, note: /elliptical/, lacks: matches(/\//) },
  { slug: /^css-left-right-top-bottom$/, note: /Percentages/, lacks: matches(/%/) },
  {
    slug: /^css-intrinsic-size$/,
    note: /`min-content` and `fit-content` only/,
    lacks: matches(/max-content/),
  },
  { slug: /^css-word-spacing$/, note: /`rem` and `ch`/, lacks: matches(/\d(rem|ch)\b/) },
  // Colours and backgrounds
  { slug: /^css-rgba?$/, note: /whitespace syntax/i, lacks: matches(spaced) },
  { slug: /^css-rgb$/, note: /Alpha value/, lacks: matches(/rgb\([^)]*(,[^,)]*){3}/) },
  { slug: /^css-background$/, note: /Only `background-color`/, lacks: matches(/url\(|gradient\(/) },
  {
    slug: /^css-background(-image|-position|-repeat|-size)?$/,
    note: /multiple values/,
    lacks: matches(layered),
  },
  { slug: /^css-background$/, note: /`\/ value` shorthand/, lacks: matches(/\)[^,]*\//) },
  {
    slug: /^css-list-style$/,
    note: /`list-style-image` values|Only `list-style-type`/,
    lacks: matches(/url\(/),
  },
  // Layout
  {
    slug: /^css-display$/,
    note: /Only supports `display:none`/,
    lacks: matches(/^(?!none$|block$|inline$)/),
  },
  {
    slug: /^css-display$/,
    note: /`flow-root`, `inline-flex`/,
    lacks: matches(/flow|inline-(flex|grid)|contents|revert/),
  },
  { slug: /^css-position$/, note: /Supports `sticky` but not/, lacks: matches(/relative|absolute|fixed/) },
  { slug: /^css-position$/, note: /Supports `relative`, `absolute` but not/, lacks: matches(/sticky|fixed/) },
  { slug: /^css-position$/, note: /Supports `relative` but not/, lacks: matches(/sticky|fixed|absolute/) },
  { slug: /^css-(float|clear)$/, note: /`inline-start` and `inline-end`/, lacks: matches(/inline-/) },
  { slug: /^css-overflow$/, note: /`overflow-block`/, lacks: () => false },
  { slug: /^css-overflow$/, note: /Cannot scroll/, lacks: matches(/scroll|auto/) },
  // Text
  { slug: /^css-text-align$/, note: /`start` and `end`/, lacks: matches(/^(start|end)$/) },
  { slug: /^css-text-align$/, note: /`match-parent`/, lacks: matches(/match-parent/) },
  { slug: /^css-text-transform$/, note: /`lowercase`/, lacks: matches(/lowercase/) },
  { slug: /^css-text-decoration$/, note: /`overline`/, lacks: matches(/overline/) },
  { slug: /^css-text-decoration$/, note: /multiple values/, lacks: matches(/\S\s+\S/) },
  { slug: /^css-white-space$/, note: /`pre` value/, lacks: matches(/^pre$/) },
  { slug: /^css-cursor$/, note: /URL is not/, lacks: matches(/url\(/) },
  { slug: /^css-important$/, note: /Only supported in lowercase/, lacks: matches(/[A-Z]/) },
  { slug: /^css-important$/, note: /Not supported inline/, lacks: matches(/^inline/) },
  { slug: /^css-at-font-face$/, note: /distant fonts are ignored/, lacks: always },
  // Selectors and at-rules
  { slug: /^css-pseudo-/, note: /Only supported on type selectors/, lacks: matches(notOnType) },
  {
    slug: /^css-selector-attribute$/,
    note: /Only supports `\[attr=value\]`/,
    lacks: matches(/\[[^=]*([~|^$*]=|\])/),
  },
  {
    slug: /^css-selector-attribute$/,
    note: /Only supports `\[attr~=value\]`/,
    lacks: matches(/\[(?!class~=)/),
  },
  {
    slug: /^css-selector-attribute$/,
    note: /Only supports `\[attr\]`/,
    lacks: matches(/[.#][^[]*\[|[$^*]=/),
  },
  { slug: /^css-at-media$/, note: /height based/, lacks: matches(/\b(min-|max-)?height\b/) },
  { slug: /^css-at-media$/, note: /nested media queries|Nested media/i, lacks: matches(/@media/) },
  { slug: /^css-at-media$/, note: /Only supports `screen`/, lacks: ({ value }) => !isPlainMedia(value) },
  // HTML
  {
    slug: /^html-align$/,
    note: /do not work on `<table>`/,
    lacks: (use) => on(/^table$/)(use) && matches(/left|right/)(use),
  },
  { slug: /^html-background$/, note: /Only supported on the `<body>`/, lacks: on(/^(?!body$)/) },
  { slug: /^html-dfn$/, note: /`title` attribute is removed/, lacks: () => false },
  { slug: /^html-dir$/, note: /anchor `<a>`/, lacks: on(/^a$/) },
  {
    slug: /^html-(width|height)$/,
    note: /Percentage width on `<img>`/,
    lacks: (use) => on(/^img$/)(use) && matches(/%/)(use),
  },
  { slug: /^html-lang$/, note: /`<td>`/, lacks: on(/^td$/) },
  { slug: /^html-lists$/, note: /`reversed`/, lacks: matches(/^reversed/) },
  { slug: /^html-lists$/, note: /`value` attribute/, lacks: matches(/^value/) },
  { slug: /^html-mailto-links$/, note: /`bcc`/, lacks: matches(/[?&;]bcc=/) },
  { slug: /^html-role$/, note: /Only works on the `<table>`/, lacks: on(/^(?!table$)/) },
  { slug: /^html-semantics$/, note: /Only `<time>`/, lacks: on(/^(?!time$)/) },
  { slug: /^html-semantics$/, note: /`<details>`, `<main>`/, lacks: on(/^(details|main|nav|summary)$/) },
]
