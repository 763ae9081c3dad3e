import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { removeUnusedRules } from './remove-unused-rules.ts'

/** A style sheet, taken apart by where its rules can live. */
export interface StyleSheet {
  /** Rules that stand inline on the elements. */
  inline: string
  /** Rules that only a `<style>` can hold: at-rules, pseudo-classes, the hooks of Outlook's dark mode. Minified. */
  head: string
  /** What `head` says for dark mode, without its media query: Thunderbird reads it only from a `<style media>`. */
  dark: string
}

/** What no `style` attribute can say. */
const headOnly = /::?(?!not\()[a-z-]|\[data-og|\[x-apple|^u\s*\+|^#outlook|\.ExternalClass/i

const darkMode = /^\(\s*prefers-color-scheme\s*:\s*dark\s*\)$/

/**
 * @param text a style sheet that names design tokens as custom properties: `var(--accent)`
 * @param tokens the tokens' values; a number stands for itself (`line-height`), `width: 600` for `600`
 * @param file the style sheet's file, for messages
 * @param content the issue's HTML, by whose elements `@inline (max: 60)` decides
 * @param frame the templates that draw what is around it
 */
export function parseStyleSheet(
  text: string,
  tokens: Record<string, string | number>,
  file: VFile | undefined,
  content: string,
  frame = '',
): StyleSheet {
  let sheet: Root
  try {
    sheet = postcss.parse(text)
  } catch (error) {
    if (!(error instanceof CssSyntaxError) || !file) throw error
    const place = { line: error.line ?? 1, column: error.column ?? 1 }
    report(file, `Cannot read this style sheet: ${error.reason}`, { ruleId: 'css-syntax', place })
    return { inline: '', head: '', dark: '' }
  }
  sheet.walkComments((comment) => void comment.remove())
  sheet.walkAtRules('import', (rule) => refuseImport(rule, file))
  sheet.walkDecls((declaration) => resolveTokens(declaration, tokens, file))
  const tooMany = new Set<ChildNode>()
  sheet.walkAtRules('inline', (rule) => {
    for (const node of unwrap(rule, content, file)) tooMany.add(node)
  })
  const head = postcss.root()
  for (const node of [...sheet.nodes]) {
    const isTooMany = node.type === 'rule' && tooMany.has(node)
    if (node.type === 'atrule' || isTooMany || (node.type === 'rule' && headOnly.test(node.selector)))
      head.append(node)
  }
  removeUnusedRules(head, content + frame, darkMode)
  minify(head)
  return { inline: sheet.toString(), head: head.toString(), dark: toDark(head) }
}

/**
 * `@inline (max: 60) { a { … } }`: rules for elements by name, which stand on each of them where the issue has no more
 * than so many, and in `<style>` where it has more and the bytes would add up.
 * @returns the rules for `<style>`
 */
function unwrap(rule: AtRule, content: string, file: VFile | undefined): ChildNode[] {
  const max = /^\(\s*max\s*:\s*(\d+)\s*\)$/.exec(rule.params)?.[1]
  const nodes = [...(rule.nodes ?? [])]
  const named = nodes.flatMap((node) => (node.type === 'rule' ? node.selectors : []))
  const names = named.filter((selector) => /^[a-z][a-z0-9]*$/i.test(selector))
  const start = rule.source?.start
  if (max === undefined || names.length < named.length) {
    if (file && start) {
      report(file, `Unexpected \`@inline ${rule.params}\` in a style sheet`, {
        ruleId: 'css-inline',
        place: { line: start.line, column: start.column },
        note: 'Write `@inline (max: 60) { a { … } }`, with the names of elements as its selectors.',
      })
    }
  }
  // What stands in a block of code has the looks of the block.
  const text = content.replace(/<pre\b[\s\S]*?<\/pre>/gi, '')
  const count = text.match(new RegExp(`<(?:${names.join('|')})[\\s>]`, 'gi'))?.length ?? 0
  rule.replaceWith(nodes)
  return count > Number(max) ? nodes : []
}

/** Mail clients load no style sheets. */
function refuseImport(rule: AtRule, file: VFile | undefined): void {
  const start = rule.source?.start
  if (file && start) {
    report(file, 'Unexpected `@import` in a style sheet', {
      ruleId: 'css-import',
      place: { line: start.line, column: start.column },
      note: 'Mail clients load no style sheets. Copy the rules into this one.',
    })
  }
  rule.remove()
}

/**
 * Thunderbird puts a mail into an element of that class. Others that take `media` off a `<style>`, and so would show
 * its rules by day as well, do not: Roundcube 1.6 and HTMLPurifier 4.11 as Nextcloud Mail sets it.
 */
const thunderbird = '.moz-text-html'

function toDark(head: Root): string {
  const dark = postcss.root()
  for (const node of head.nodes)
    if (node.type === 'atrule' && darkMode.test(node.params)) dark.append(node.clone().nodes ?? [])
  dark.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => !/^(?:body|html|:root)\b/.test(selector))
    if (selectors.length === 0) rule.remove()
    else rule.selector = selectors.map((selector) => `${thunderbird} ${selector}`).join()
  })
  minify(dark)
  return dark.toString()
}

function resolveTokens(
  declaration: Declaration,
  tokens: Record<string, string | number>,
  file: VFile | undefined,
): void {
  declaration.value = declaration.value.replace(
    /var\(\s*--([\w-]+)\s*(?:,([^()]*))?\)/g,
    (whole, name: string, fallback?: string) => {
      const value = Object.hasOwn(tokens, name) ? tokens[name] : undefined
      if (value !== undefined) return String(value)
      if (fallback !== undefined) return fallback.trim()
      const start = declaration.source?.start
      if (file && start) {
        report(file, `Unexpected design token \`--${name}\``, {
          ruleId: 'css-token',
          place: { line: start.line, column: start.column },
          note: 'Declare it, with its default, in the template’s `theme.yml`.',
        })
      }
      return whole
    },
  )
}

function minify(root: Container): void {
  root.raws.semicolon = false
  root.raws.after = ''
  root.walk((node) => {
    node.raws.before = ''
    if (node.type === 'decl') {
      node.raws.between = ':'
      if (node.important) node.raws.important = '!important'
    } else {
      const container = node as Rule | AtRule
      container.raws.between = ''
      container.raws.after = ''
      container.raws.semicolon = false
      if (node.type === 'rule') node.selector = node.selector.replace(/\s*,\s*/g, ',')
    }
  })
}
