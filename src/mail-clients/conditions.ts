import { isPlainMedia } from '../css/media-queries.ts'
import type { FeatureUse } from './feature-use.ts'

/** What a note says is lacking, as a question to what was written. */
export interface Condition {
  slug: RegExp
  /** Words of the note. */
  note: RegExp
  lacks(use: FeatureUse): boolean
}

const always = () => true

/** The value says something that the note excludes. */
function says(pattern: RegExp): Condition['lacks'] {
  return ({ value }) => pattern.test(value)
}

/** It stands on an element that the note excludes, and says more than nothing. */
function on(tags: RegExp, trivial: RegExp = /(?!)/): Condition['lacks'] {
  return ({ tagName, value }) => tagName !== undefined && tags.test(tagName) && !trivial.test(value)
}

const nothing = /^(0|none|auto|normal|inherit|0 auto)$/
const spaced = /(rgb|rgba)\([^),]*[\d.%]\s+[\d.]/
const negative = /(^|\s)-\.?\d/
const layered = /^(?:[^(),]|\([^()]*(?:\([^()]*\)[^()]*)*\))*,/
/** All that is not told by its type alone: `.button:hover`, `[href]:hover`, `:hover`. */
const notOfType = /^(?![a-z][\w-]*:)/

/**
 * caniemail says in notes what a client lacks of a feature that it has in part, or does instead of one that it lacks.
 * A client of whose notes some are here lacks what these say and no more; another lacks a feature that is told as
 * unsupported, and has one that it has in part. What is lacking with some accounts only counts as there.
 */
export const conditions: Condition[] = [
  // Sizes and spaces
  { slug: /^css-margin$/, note: /Negative values/, lacks: says(negative) },
  { slug: /^css-margin$/, note: /`auto` value is not/, lacks: says(/\bauto\b/) },
  { slug: /^css-margin$/, note: /`<span>` and `<body>`/, lacks: on(/^span$/, nothing) },
  { slug: /^css-padding$/, note: /Only supported on table cells/, lacks: on(/^(?!t[dh]$|body$)/, nothing) },
  { slug: /^css-text-indent$/, note: /Negative values/, lacks: says(negative) },
  {
    slug: /^css-height$/,
    note: /Replaces `height` by `min-height`/,
    lacks: ({ value }) => !nothing.test(value),
  },
  { slug: /^css-height$/, note: /Not supported on `<body>`/, lacks: on(/^(span|div|p)$/, nothing) },
  {
    slug: /^css-width$/,
    note: /Not supported on `<body>`/,
    lacks: on(/^(span|div|p|img)$/, /^(auto|100%)$/),
  },
  { slug: /^css-max-width$/, note: /Only works on `<table>`/, lacks: on(/^(?!table$)/, nothing) },
  { slug: /^css-border$/, note: /bigger than 8px/, lacks: says(/\b(9|[1-9]\d+)(\.\d+)?px/) },
  { slug: /^css-border-radius$/, note: /elliptical/, lacks: says(/\//) },
  { slug: /^css-left-right-top-bottom$/, note: /Percentages/, lacks: says(/%/) },
  { slug: /^css-intrinsic-size$/, note: /`min-content` and `fit-content` only/, lacks: says(/max-content/) },
  { slug: /^css-word-spacing$/, note: /`rem` and `ch`/, lacks: says(/\d(rem|ch)\b/) },
  // Colours and backgrounds
  { slug: /^css-rgba?$/, note: /whitespace syntax/i, lacks: says(spaced) },
  { slug: /^css-rgb$/, note: /Alpha value/, lacks: says(/rgb\([^)]*(,[^,)]*){3}/) },
  { slug: /^css-background$/, note: /Only `background-color`/, lacks: says(/url\(|gradient\(/) },
  {
    slug: /^css-background(-image|-position|-repeat|-size)?$/,
    note: /multiple values/,
    lacks: says(layered),
  },
  { slug: /^css-background$/, note: /`\/ value` shorthand/, lacks: says(/\)[^,]*\//) },
  {
    slug: /^css-list-style$/,
    note: /`list-style-image` values|Only `list-style-type`/,
    lacks: says(/url\(/),
  },
  // Layout
  { slug: /^css-display$/, note: /Only supports `display:none`/, lacks: says(/^(?!none$|block$|inline$)/) },
  {
    slug: /^css-display$/,
    note: /`flow-root`, `inline-flex`/,
    lacks: says(/flow|inline-(flex|grid)|contents|revert/),
  },
  { slug: /^css-position$/, note: /Supports `sticky` but not/, lacks: says(/relative|absolute|fixed/) },
  { slug: /^css-position$/, note: /Supports `relative`, `absolute` but not/, lacks: says(/sticky|fixed/) },
  { slug: /^css-position$/, note: /Supports `relative` but not/, lacks: says(/sticky|fixed|absolute/) },
  { slug: /^css-(float|clear)$/, note: /`inline-start` and `inline-end`/, lacks: says(/inline-/) },
  { slug: /^css-overflow$/, note: /`overflow-block`/, lacks: () => false },
  { slug: /^css-overflow$/, note: /Cannot scroll/, lacks: says(/scroll|auto/) },
  // Text
  { slug: /^css-text-align$/, note: /`start` and `end`/, lacks: says(/^(start|end)$/) },
  { slug: /^css-text-align$/, note: /`match-parent`/, lacks: says(/match-parent/) },
  { slug: /^css-text-transform$/, note: /`lowercase`/, lacks: says(/lowercase/) },
  { slug: /^css-text-decoration$/, note: /`overline`/, lacks: says(/overline/) },
  { slug: /^css-text-decoration$/, note: /multiple values/, lacks: says(/\S\s+\S/) },
  { slug: /^css-white-space$/, note: /`pre` value/, lacks: says(/^pre$/) },
  { slug: /^css-cursor$/, note: /URL is not/, lacks: says(/url\(/) },
  { slug: /^css-important$/, note: /Only supported in lowercase/, lacks: says(/[A-Z]/) },
  { slug: /^css-important$/, note: /Not supported inline/, lacks: says(/^inline/) },
  { slug: /^css-at-font-face$/, note: /distant fonts are ignored/, lacks: always },
  // Selectors and at-rules
  { slug: /^css-pseudo-/, note: /Only supported on type selectors/, lacks: says(notOfType) },
  {
    slug: /^css-selector-attribute$/,
    note: /Only supports `\[attr=value\]`/,
    lacks: says(/\[[^=]*([~|^$*]=|\])/),
  },
  { slug: /^css-selector-attribute$/, note: /Only supports `\[attr~=value\]`/, lacks: says(/\[(?!class~=)/) },
  { slug: /^css-selector-attribute$/, note: /Only supports `\[attr\]`/, lacks: says(/[.#][^[]*\[|[$^*]=/) },
  { slug: /^css-at-media$/, note: /height based/, lacks: says(/\b(min-|max-)?height\b/) },
  { slug: /^css-at-media$/, note: /nested media queries|Nested media/i, lacks: says(/@media/) },
  { slug: /^css-at-media$/, note: /Only supports `screen`/, lacks: ({ value }) => !isPlainMedia(value) },
  // HTML
  {
    slug: /^html-align$/,
    note: /do not work on `<table>`/,
    lacks: (use) => on(/^table$/)(use) && says(/left|right/)(use),
  },
  { slug: /^html-background$/, note: /Only supported on the `<body>`/, lacks: on(/^(?!body$)/) },
  { slug: /^html-dfn$/, note: /`title` attribute is removed/, lacks: () => false },
  { slug: /^html-dir$/, note: /anchor `<a>`/, lacks: on(/^a$/) },
  {
    slug: /^html-(width|height)$/,
    note: /Percentage width on `<img>`/,
    lacks: (use) => on(/^img$/)(use) && says(/%/)(use),
  },
  { slug: /^html-lang$/, note: /`<td>`/, lacks: on(/^td$/) },
  { slug: /^html-lists$/, note: /`reversed`/, lacks: says(/^reversed/) },
  { slug: /^html-lists$/, note: /`value` attribute/, lacks: says(/^value/) },
  { slug: /^html-mailto-links$/, note: /`bcc`/, lacks: says(/[?&;]bcc=/) },
  { slug: /^html-role$/, note: /Only works on the `<table>`/, lacks: on(/^(?!table$)/) },
  { slug: /^html-semantics$/, note: /Only `<time>`/, lacks: on(/^(?!time$)/) },
  { slug: /^html-semantics$/, note: /`<details>`, `<main>`/, lacks: on(/^(details|main|nav|summary)$/) },
]
