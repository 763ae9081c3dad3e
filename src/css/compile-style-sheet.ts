import postcss, { type AtRule, type ChildNode, CssSyntaxError, type Declaration, type Root } from 'postcss'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { isDarkQuery } from './media-queries.ts'
import { minifyStyleSheet } from './minify.ts'
import { removeUnusedRules } from './remove-unused-rules.ts'
import { replaceVariables } from './replace-variables.ts'

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

/** Selectors whose rules work only in a `<style>`. */
const headOnly = /::?(?!not\()[a-z-]|\[data-og|\[x-apple|^u\s*\+|^#outlook|^#MessageViewBody|\.ExternalClass/i

/**
 * Compiles a template's style sheets for one issue: replaces design tokens, removes comments, imports and unused rules,
 * and divides the rest by where it goes. Mistakes are reported on the style sheets' files; one that cannot be parsed has
 * no rules.
 * @param sources style sheets in the order of the cascade, which use design tokens as custom properties: `var(--accent)`
 * @param tokens the tokens' values; numbers are written without a unit
 * @param content the HTML, whose elements `@inline (max: 60)` counts
 * @param frame the source of the templates around the content, whose elements and classes count as used
 */
export function compileStyleSheet(
  sources: readonly StyleSheetSource[],
  tokens: Record<string, string | number>,
  content: string,
  frame = '',
): CompiledStyleSheet {
  const sheet = postcss.root()
  const repeated = new Set<ChildNode>()
  for (const source of sources) sheet.append(prepareSheet(source, tokens, content, repeated).nodes)
  const head = postcss.root()
  for (const node of [...sheet.nodes]) {
    const isRuleForHead = node.type === 'rule' && (repeated.has(node) || headOnly.test(node.selector))
    if (node.type === 'atrule' || isRuleForHead) head.append(node)
  }
  removeUnusedRules(head, content + frame)
  minifyStyleSheet(head)
  return { inline: sheet.toString(), head: head.toString(), dark: extractDarkRules(head) }
}

/**
 * Parses one style sheet, removes comments and imports, and resolves design tokens and `@inline`.
 * @param repeated receives the rules of `@inline` that go into the `<style>`
 */
function prepareSheet(
  { text, file }: StyleSheetSource,
  tokens: Record<string, string | number>,
  content: string,
  repeated: Set<ChildNode>,
): Root {
  let sheet: Root
  try {
    sheet = postcss.parse(text)
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const place = { line: error.line ?? 1, column: error.column ?? 1 }
    report(file, `Cannot read this style sheet: ${error.reason}`, { ruleId: 'css-syntax', place })
    return postcss.root()
  }
  sheet.walkComments((comment) => void comment.remove())
  sheet.walkAtRules('import', (rule) => removeImport(rule, file))
  sheet.walkDecls((declaration) => resolveTokens(declaration, tokens, file))
  sheet.walkAtRules('inline', (rule) => {
    for (const node of unwrapInlineRule(rule, content, file)) repeated.add(node)
  })
  return sheet
}

/**
 * Replaces `@inline (max: 60) { a { … } }` by its rules. They are written into `style` attributes when the issue has at
 * most 60 of the elements that their selectors name, and into the `<style>` when it has more, to save bytes.
 * @returns the rules for the `<style>`; empty when they go into `style` attributes
 */
function unwrapInlineRule(rule: AtRule, content: string, file: VFile): ChildNode[] {
  const max = /^\(\s*max\s*:\s*(\d+)\s*\)$/.exec(rule.params)?.[1]
  const nodes = [...(rule.nodes ?? [])]
  const selectors = nodes.flatMap((node) => (node.type === 'rule' ? node.selectors : []))
  const names = selectors.filter((selector) => /^[a-z][a-z0-9]*$/i.test(selector))
  const start = rule.source?.start
  if (max === undefined || names.length < selectors.length) {
    if (start) {
      report(file, `Unexpected \`@inline ${rule.params}\` in a style sheet`, {
        ruleId: 'css-inline',
        place: { line: start.line, column: start.column },
        note: 'Write `@inline (max: 60) { a { … } }`, with the names of elements as its selectors.',
      })
    }
  }
  // Elements in a block of code are styled with the block.
  const text = content.replace(/<pre\b[\s\S]*?<\/pre>/gi, '')
  const count = text.match(new RegExp(`<(?:${names.join('|')})[\\s>]`, 'gi'))?.length ?? 0
  rule.replaceWith(nodes)
  return count > Number(max) ? nodes : []
}

/** Removes an `@import` and reports it: mail clients load no style sheets. */
function removeImport(rule: AtRule, file: VFile): void {
  const start = rule.source?.start
  if (start) {
    report(file, 'Unexpected `@import` in a style sheet', {
      ruleId: 'css-import',
      place: { line: start.line, column: start.column },
      note: 'Mail clients load no style sheets. Copy the rules into this one.',
    })
  }
  rule.remove()
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

/**
 * Replaces `var(--name)` by the design token's value, or else by the fallback. A token that does not exist is reported, and
 * the `var()` stays.
 */
function resolveTokens(declaration: Declaration, tokens: Record<string, string | number>, file: VFile): void {
  declaration.value = replaceVariables(declaration.value, (whole, name, fallback) => {
    const value = Object.hasOwn(tokens, name) ? tokens[name] : undefined
    if (value !== undefined) return String(value)
    if (fallback !== undefined) return fallback.trim()
    const start = declaration.source?.start
    if (start) {
      report(file, `Unexpected design token \`--${name}\``, {
        ruleId: 'css-token',
        place: { line: start.line, column: start.column },
        note: 'Declare it, with its default, in the template’s `theme.yml`.',
      })
    }
    return whole
  })
}
