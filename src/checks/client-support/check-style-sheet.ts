import type { ChildNode, Root } from 'postcss'
import type { Theme } from '../../theme/theme.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findInlinedUses, findSheetUses, parseCss } from './find-css-uses.ts'
import { parseFinishedCss, toHeader, toKey } from './finished-css.ts'
import type { Found } from './found.ts'

/** The template's `style.css`; its design tokens, custom properties that no client sees, are resolved. */
export function parseSheet({ css, tokens }: Theme): Root {
  const sheet = parseCss(css)
  sheet.walkDecls((node) => {
    node.value = node.value.replace(/var\(\s*--([\w-]+)\s*\)/g, (whole, name: string) =>
      String(tokens[name] ?? whole),
    )
  })
  return sheet
}

/**
 * What the template's `style.css` uses, at its lines; only what has come through to the HTML of this issue. Its plain
 * rules stand there in `style` attributes, so that their selectors need no client's support.
 */
export function checkStyleSheet({ theme, document }: CheckContext, sheet: Root): Found[] {
  const file = theme.files.get('style.css')
  if (!file) return []
  const { inline, head } = parseFinishedCss(document)
  const uses = unwrapped(sheet).flatMap((node) => {
    if (node.type !== 'rule' && node.type !== 'atrule') return []
    if (head.has(toHeader(node))) return findSheetUses(node)
    return node.type === 'rule' ? findInlinedUses(node, (own) => inline.has(toKey(own))) : []
  })
  return uses.map(({ use, node }) => ({ use, at: { file, position: toPosition(node) }, isRaw: false }))
}

/** Its rules, with those in an `@inline` of ours among them. */
function unwrapped(sheet: Root): ChildNode[] {
  return sheet.nodes.flatMap((node) =>
    node.type === 'atrule' && node.name === 'inline' ? (node.nodes ?? []) : [node],
  )
}

/** A declaration's place, or that of the first line of a rule's selector. */
function toPosition(node: ChildNode): Origin['position'] {
  const { start, end } = node.source ?? {}
  if (!start || !end) return undefined
  const from = { line: start.line, column: start.column }
  if (node.type === 'decl') return { start: from, end: { line: end.line, column: end.column + 1 } }
  const header =
    node.type === 'rule' ? node.selector : node.type === 'atrule' ? `@${node.name} ${node.params}` : ''
  const length = header.split('\n')[0]?.length ?? 0
  return { start: from, end: { line: start.line, column: start.column + length } }
}
