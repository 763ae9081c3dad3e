import type { AtRule, Root, Rule } from 'postcss'

/**
 * Takes the dark rules for what an email does not have out of its `<style>`: every template has rules for every block.
 * Other rules stay, since what they name may be a client's own.
 * @param head the rules for `<style>`
 * @param markup the HTML of the issue and of all that the layout may draw around it
 * @param darkMode what a media query for the dark is known by
 */
export function removeUnusedRules(head: Root, markup: string, darkMode: RegExp): void {
  const classes = new Set(
    [...markup.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/[^\w-]+/)),
  )
  const tags = new Set([...markup.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase()))
  const isUsed = (selector: string) => {
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? ''
    if (/[:[*#]/.test(last)) return true
    const [tag = ''] = /^[a-z][a-z0-9]*/i.exec(last) ?? []
    const named = [...last.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
    return (tag === '' || tag === 'body' || tags.has(tag)) && named.every((name) => classes.has(name))
  }
  head.walkRules((rule: Rule) => {
    const around = rule.parent as AtRule | Root
    const isDark = around.type === 'atrule' ? darkMode.test(around.params) : /^\[data-og/.test(rule.selector)
    if (!isDark) return
    const used = rule.selectors.filter(isUsed)
    if (used.length === 0) rule.remove()
    else if (used.length < rule.selectors.length) rule.selectors = used
  })
}
