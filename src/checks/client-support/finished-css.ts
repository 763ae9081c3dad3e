import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { AtRule, Declaration, Rule } from 'postcss'
import { visit } from 'unist-util-visit'
import { parseCss } from './find-css-uses.ts'

/** What of a style sheet has come through to the finished HTML. */
export interface FinishedCss {
  /** Declarations in `style` attributes, in the form that `toKey` gives. */
  inline: Set<string>
  /** Rules and at-rules in `<style>`, in the form that `toHeader` gives. */
  head: Set<string>
}

export function parseFinishedCss(document: Root): FinishedCss {
  const styles = new Set<string>()
  const sheets: string[] = []
  visit(document, 'element', (element) => {
    if (typeof element.properties.style === 'string') styles.add(element.properties.style)
    if (element.tagName === 'style') sheets.push(toText(element))
  })
  const inline = new Set<string>()
  for (const style of styles) parseCss(style).walkDecls((node) => void inline.add(toKey(node)))
  const head = new Set<string>()
  for (const sheet of sheets) {
    for (const node of parseCss(sheet).nodes)
      if (node.type === 'rule' || node.type === 'atrule') head.add(toHeader(node))
  }
  return { inline, head }
}

/** A declaration, whatever its spaces and quotes. */
export function toKey({ prop, value }: Pick<Declaration, 'prop' | 'value'>): string {
  return `${prop}:${value}`.toLowerCase().replace(/[\s"']+/g, '')
}

/** A rule's selector or an at-rule's name and parameters, whatever their spaces. */
export function toHeader(node: Rule | AtRule): string {
  const text = node.type === 'rule' ? node.selector : `@${node.name} ${node.params}`
  return text.replace(/\s*([,>+~:])\s*/g, '$1').replace(/\s+/g, ' ')
}
