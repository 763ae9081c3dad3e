import postcss, { type AtRule, type ChildNode, type Root } from 'postcss'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { memoize } from '../hast/memoize.ts'
import { memoizeText } from '../memoize-text.ts'
import { isDarkQuery } from './media-queries.ts'
import { mergeQueries } from './merge-queries.ts'
import { minifyStyleSheet } from './minify.ts'
import { type ParsedStyleSheet, parseStyleSheet, type StyleSheetMistake } from './parse-style-sheet.ts'
import { removeUnusedRules, summarizeMarkup, unwrapUsedRules } from './remove-unused-rules.ts'

/** A template's style sheets, divided by where its rules go. */
export interface CompiledStyleSheet {
  /** Rules to be written into `style` attributes. */
  inline: string
  /** Rules that work only in a `<style>`: at-rules, pseudo-classes, selectors for one client. Minified. */
  head: string
  /** The rules of `head` for dark mode, without their media query: Thunderbird reads them only from a `<style media>`. */
  dark: string
}

/** A style sheet whose addresses are resolved. */
export interface StyleSheetSource {
  text: string
  /** Receives the messages. */
  file: VFile
}

/** What the style sheets of a template are compiled to depends on this besides. */
interface Variant {
  /** The `@inline` rules, by `formatInlineRule`, of whose elements the issue has more than their maximum. */
  frequent: string[]
  /** The elements and classes of the issue and of what is around it, as markup. */
  markup: string
  isWhole: boolean
}

/** A mistake, and the number of the style sheet that has it. */
type NumberedMistake = StyleSheetMistake & { sheet: number }

/** Selectors whose rules work only in a `<style>`. */
const headOnly = /::?(?!not\()[a-z-]|\[data-og|\[x-apple|^u\s*\+|^#outlook|^#MessageViewBody|\.ExternalClass/i

/**
 * Compiles a template's style sheets for one issue: replaces design tokens, removes comments, imports and unused rules,
 * and divides the rest by where it goes. Mistakes are reported on the style sheets' files; one that cannot be parsed has
 * no rules. What comes out is stored for all issues with the same elements and classes.
 * @param sources style sheets in the order of the cascade, which use design tokens as custom properties: `var(--accent)`
 * @param tokens the tokens' values; numbers are written without a unit
 * @param content the HTML, whose elements `@inline (max: 60)` counts
 * @param options.frame the source of the templates around the content, whose elements and classes count as used
 * @param options.page the whole page instead, once it is rendered: then rules go as well for what the templates only might have had
 */
export function compileStyleSheet(
  sources: readonly StyleSheetSource[],
  tokens: Record<string, string | number>,
  content: string,
  { frame = '', page }: { frame?: string; page?: string } = {},
): CompiledStyleSheet {
  const texts = sources.map(({ text }) => text).join(sheetEnd)
  const { sheets, compileVariant } = createCompiler(formatTokens(tokens))(texts)
  const markup = summarizeMarkup(page ?? content + summarizeFrame(frame))
  const variant: Variant = { frequent: findFrequent(sheets, content), markup, isWhole: page !== undefined }
  const { mistakes, ...compiled } = compileVariant(JSON.stringify(variant))
  for (const { sheet, reason, ...diagnostic } of mistakes) {
    const file = sources[sheet]?.file
    if (file) report(file, reason, diagnostic)
  }
  return compiled
}

const summarizeFrame = memoizeText(summarizeMarkup, 20)

/** The values of the tokens, as JSON. They are the same for all issues of a template, except for fonts. */
const formatTokens = memoize((tokens: Record<string, string | number>) =>
  JSON.stringify(Object.fromEntries(Object.entries(tokens).map(([name, value]) => [name, String(value)]))),
)

/** Separates style sheets. In none of them it is itself a character (CSS Syntax Level 3, section 3.3). */
const sheetEnd = '\0'

/**
 * Creates what compiles style sheets with tokens. These are long, so that the variants of each are stored by what else they
 * depend on: a key that contained them would be composed and compared for each issue.
 */
const createCompiler = memoizeText(
  (tokens) =>
    memoizeText((texts) => {
      const sheets = texts.split(sheetEnd).map((text) => parseStyleSheet(text, JSON.parse(tokens)))
      const compileVariant = memoizeText((variant) => compile(sheets, JSON.parse(variant)), 80)
      return { sheets, compileVariant }
    }, 20),
  20,
)

function compile(
  sheets: readonly ParsedStyleSheet[],
  variant: Variant,
): CompiledStyleSheet & { mistakes: NumberedMistake[] } {
  const sheet = postcss.root()
  const repeated = new Set<ChildNode>()
  const mistakes = sheets.flatMap((parsed, number) => {
    const root = parsed.root.clone()
    unwrapUsedRules(root, variant.markup)
    const found = unwrapInlineRules(root, variant, repeated)
    sheet.append(root.nodes)
    return [...parsed.mistakes, ...found].map((mistake) => ({ ...mistake, sheet: number }))
  })
  const head = postcss.root()
  for (const node of [...sheet.nodes]) {
    const isRuleForHead = node.type === 'rule' && (repeated.has(node) || headOnly.test(node.selector))
    if (node.type === 'atrule' || isRuleForHead) head.append(node)
  }
  removeUnusedRules(head, variant.markup, sheet, variant.isWhole)
  mergeQueries(head)
  minifyStyleSheet(head)
  return { inline: sheet.toString(), head: head.toString(), dark: extractDarkRules(head), mistakes }
}

/**
 * Replaces each `@inline (max: 60) { a { … } }` by its rules. They are written into `style` attributes when the issue has at
 * most 60 of the elements that their selectors name, and into the `<style>` when it has more, to save bytes.
 * @param repeated receives the rules for the `<style>`
 */
function unwrapInlineRules(root: Root, { frequent }: Variant, repeated: Set<ChildNode>): StyleSheetMistake[] {
  const mistakes: StyleSheetMistake[] = []
  root.walkAtRules('inline', (rule) => {
    const { start } = rule.source ?? {}
    if (start && !isInlineRule(rule)) {
      mistakes.push({
        reason: `Unexpected \`@inline ${rule.params}\` in a style sheet`,
        ruleId: 'css-inline',
        place: { line: start.line, column: start.column },
        note: 'Write `@inline (max: 60) { a { … } }`, with the names of elements as its selectors.',
      })
    }
    const nodes = [...(rule.nodes ?? [])]
    if (frequent.includes(formatInlineRule(rule))) for (const node of nodes) repeated.add(node)
    rule.replaceWith(nodes)
  })
  return mistakes
}

/** The `@inline` rules of whose elements the issue has more than their maximum. */
function findFrequent(sheets: readonly ParsedStyleSheet[], content: string): string[] {
  // Elements in a block of code are styled with the block.
  const counts = countElements(content.replace(/<pre\b[\s\S]*?<\/pre>/gi, ''))
  return sheets
    .flatMap(({ root }) => listInlineRules(root))
    .filter(({ names, max }) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0) > max)
    .map(({ formatted }) => formatted)
}

/** How often each element begins in some markup, by its name in small letters. */
function countElements(markup: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, written = ''] of markup.matchAll(/<([a-z][a-z0-9]*)[\s>]/gi)) {
    const name = written.toLowerCase()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** The `@inline` rules of a style sheet. It is parsed once for all issues, and shared, so that it stays as it is. */
const listInlineRules = memoize((sheet: Root) => {
  const rules: { names: string[]; max: number; formatted: string }[] = []
  sheet.walkAtRules('inline', (rule) => {
    const names = new Set(listNames(rule).map((name) => name.toLowerCase()))
    rules.push({ names: [...names], max: Number(extractMax(rule)), formatted: formatInlineRule(rule) })
  })
  return rules
})

function isInlineRule(rule: AtRule): boolean {
  return extractMax(rule) !== undefined && listNames(rule).length === listSelectors(rule).length
}

function extractMax({ params }: AtRule): string | undefined {
  return /^\(\s*max\s*:\s*(\d+)\s*\)$/.exec(params)?.[1]
}

function listSelectors({ nodes = [] }: AtRule): string[] {
  return nodes.flatMap((node) => (node.type === 'rule' ? node.selectors : []))
}

/** The elements that the rules in an `@inline` name. */
function listNames(rule: AtRule): string[] {
  return listSelectors(rule).filter((selector) => /^[a-z][a-z0-9]*$/i.test(selector))
}

function formatInlineRule(rule: AtRule): string {
  return `${extractMax(rule)} ${listNames(rule).join()}`
}

/**
 * The class of the element that Thunderbird puts an email into. Rules for dark mode need it, since Roundcube 1.6 and
 * Nextcloud Mail (HTMLPurifier 4.11) remove `media` from a `<style>` and would apply its rules in light mode, too.
 */
const thunderbird = '.moz-text-html'

/** The rules for dark mode without their media query, for Thunderbird alone. Rules for the page itself are left out. */
function extractDarkRules(head: Root): string {
  const dark = postcss.root()
  for (const node of head.nodes)
    if (node.type === 'atrule' && isDarkQuery(node.params)) dark.append(node.clone().nodes ?? [])
  dark.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => !/^(?:body|html|:root)\b/.test(selector))
    if (selectors.length === 0) rule.remove()
    else rule.selector = selectors.map((selector) => `${thunderbird} ${selector}`).join()
  })
  minifyStyleSheet(dark)
  return dark.toString()
}
