import type { ChildNode, Root, Rule } from 'postcss'
import { isDarkQuery } from './media-queries.ts'
import { lastCompound } from './selectors.ts'

/**
 * Removes from the rules for dark mode, and from those in `@supports`, those whose elements or classes an email does
 * not have, in place: every template has rules for every block. Other rules stay, since their selectors may match what a client
 * adds, except a whole media query for nothing but classes of the template that the email does not have.
 * @param head the rules for `<style>`
 * @param markup the HTML of the issue, and of everything that the layout can put around it
 * @param inline the rules for `style` attributes, whose classes are the template's own
 * @param isWhole whether the markup is the whole page: then no rule stays that needs a class of the template which it does not have
 */
export function removeUnusedRules(head: Root, markup: string, inline?: Root, isWhole = false): void {
  const { classes, tags } = findNames(markup)
  const hasUsedClasses = (selector: string) =>
    [...lastCompound(selector).matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name))
  const isUsed = (selector: string) => {
    const subject = lastCompound(selector)
    if (/[:[*#]/.test(subject)) return true
    const [tag = ''] = /^[a-z][a-z0-9]*/i.exec(subject) ?? []
    return (tag === '' || tag === 'body' || tags.has(tag)) && hasUsedClasses(selector)
  }
  head.walkRules((rule) => {
    if (!isForDarkMode(rule) && !isConditional(rule)) return
    const used = rule.selectors.filter(isForDarkMode(rule) ? isUsed : hasUsedClasses)
    if (used.length === 0) removeRule(rule)
    else if (used.length < rule.selectors.length) rule.selectors = used
  })
  const own = new Set(inline?.nodes.flatMap((node) => (node.type === 'rule' ? extractClasses(node) : [])))
  removeUnusedQueries(head, own, classes)
  if (isWhole) removeUnusedSelectors(head, own, classes)
}

/**
 * Replaces each `@used { … }` by its rules, in place, without those with a class that an email does not have.
 * @param root a template's style sheet
 * @param markup the HTML of the issue, and of everything that the layout can put around it
 */
export function unwrapUsedRules(root: Root, markup: string): void {
  const { classes } = findNames(markup)
  root.walkAtRules('used', (used) => {
    used.walkRules((rule) => {
      const selectors = rule.selectors.filter((selector) =>
        [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)),
      )
      if (selectors.length === 0) removeRule(rule)
      else rule.selectors = selectors
    })
    used.replaceWith(used.nodes ?? [])
  })
}

function findNames(markup: string): { classes: Set<string>; tags: Set<string> } {
  // Most attributes and elements of an email are repeated.
  const attributes = new Set(markup.match(/\sclass="[^"]*"/g))
  const tags = new Set(markup.match(/<[a-z][a-z0-9]*/gi))
  return {
    classes: new Set(
      [...attributes].flatMap((attribute) => attribute.slice(' class="'.length, -1).split(/[^\w-]+/)),
    ),
    tags: new Set([...tags].map((tag) => tag.slice(1).toLowerCase())),
  }
}

/** Reduces markup to what unused rules depend on: one start tag with each class, and one of each element, in order. */
export function summarizeMarkup(markup: string): string {
  const { classes, tags } = findNames(markup)
  return ` class="${[...classes].sort().join(' ')}"${[...tags]
    .sort()
    .map((tag) => `<${tag}`)
    .join('')}`
}

function isConditional({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && parent.name === 'supports'
}

/** Removes the media queries whose rules all name a class of the template that the markup does not have. */
function removeUnusedQueries(head: Root, own: ReadonlySet<string>, used: ReadonlySet<string>): void {
  const isUnused = (node: ChildNode) =>
    node.type === 'rule' &&
    extractClasses(node).length > 0 &&
    extractClasses(node).every((name) => own.has(name) && !used.has(name))
  head.walkAtRules('media', (query) => {
    if (query.nodes?.every(isUnused)) query.remove()
  })
}

/** Removes the selectors with a class of the template that the markup does not have. No mail client adds these. */
function removeUnusedSelectors(head: Root, own: ReadonlySet<string>, used: ReadonlySet<string>): void {
  const isUnused = (name: string) => own.has(name) && !used.has(name)
  head.walkRules((rule) => {
    const needed = rule.selectors.filter(
      (selector) => !extractClasses({ selector: selector.replace(/:not\([^)]*\)/g, '') }).some(isUnused),
    )
    if (needed.length === 0) removeRule(rule)
    else if (needed.length < rule.selectors.length) rule.selectors = needed
  })
}

function extractClasses({ selector }: Pick<Rule, 'selector'>): string[] {
  return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
}

/** Removes a rule, and the at-rule around it if it was the only one there. */
function removeRule(rule: Rule): void {
  const { parent } = rule
  rule.remove()
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) parent.remove()
}

/** In a media query for dark mode, or for the Outlooks that mark elements whose colours they have changed. */
function isForDarkMode({ parent, selector }: Rule): boolean {
  return parent?.type === 'atrule' && 'params' in parent
    ? isDarkQuery(String(parent.params))
    : /^\[data-og/.test(selector)
}
