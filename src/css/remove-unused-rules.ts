import type { Root, Rule } from 'postcss'
import { isDarkQuery } from './media-queries.ts'
import { lastCompound } from './selectors.ts'

/**
 * Removes from the rules for dark mode those whose elements an email does not have, in place: every template has rules
 * for every block. Other rules stay, since their selectors may match what a client adds.
 * @param head the rules for `<style>`
 * @param markup the HTML of the issue, and of everything that the layout can put around it
 */
export function removeUnusedRules(head: Root, markup: string): void {
  const classes = new Set(
    [...markup.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/[^\w-]+/)),
  )
  const tags = new Set([...markup.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase()))
  const isUsed = (selector: string) => {
    const subject = lastCompound(selector)
    if (/[:[*#]/.test(subject)) return true
    const [tag = ''] = /^[a-z][a-z0-9]*/i.exec(subject) ?? []
    const names = [...subject.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
    return (tag === '' || tag === 'body' || tags.has(tag)) && names.every((name) => classes.has(name))
  }
  head.walkRules((rule) => {
    if (!isForDarkMode(rule)) return
    const used = rule.selectors.filter(isUsed)
    if (used.length === 0) rule.remove()
    else if (used.length < rule.selectors.length) rule.selectors = used
  })
}

/** In a media query for dark mode, or for the Outlooks that mark elements whose colours they have changed. */
function isForDarkMode({ parent, selector }: Rule): boolean {
  return parent?.type === 'atrule' && 'params' in parent
    ? isDarkQuery(String(parent.params))
    : /^\[data-og/.test(selector)
}
