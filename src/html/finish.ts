import { minifyStyle } from '../css/minify.ts'
import { startTag } from '../hast/start-tag.ts'

/**
 * Removes what the finished document does not need: unused classes and white space.
 * @param html the document with inline styles, its merge tags still tokens
 * @param head the rules in `<style>`, whose classes stay
 */
export function finish(html: string, head: string): string {
  const used = new Set([...head.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map((match) => match[1]))
  return splitPre(html)
    .map((part, index) => (index % 2 === 1 ? cleanTags(part, used) : collapseSpace(cleanTags(part, used))))
    .join('')
    .trimEnd()
    .concat('\n')
}

/** Every second part is a `<pre>`, in which white space matters. */
function splitPre(html: string): string[] {
  return html.split(/(<pre\b[\s\S]*?<\/pre>)/i)
}

const attribute = / ([a-z][a-z0-9:_-]*)(?:="([^"]*)")?/gi

function cleanTags(html: string, used: Set<string | undefined>): string {
  return html.replace(startTag, (tag) =>
    tag.replace(attribute, (whole, name: string, value: string | undefined) => {
      if (name === 'class') return formatClass(value ?? '', used)
      if (name === 'style') return ` style="${minifyStyle(value ?? '')}"`
      if (name === 'alt' && value === undefined) return ' alt=""'
      return name === 'height' && value === 'auto' ? '' : whole
    }),
  )
}

/** The attribute with those of its classes that are used; empty when there are none. */
function formatClass(value: string, used: Set<string | undefined>): string {
  const names = value.split(/\s+/).filter((name) => used.has(name))
  return names.length > 0 ? ` class="${names.join(' ')}"` : ''
}

/** Removes the templates' indentation, which only adds bytes. */
function collapseSpace(html: string): string {
  return html.replace(/(?<![ \t])[ \t]*\r?\n[ \t\r\n]*/g, '\n')
}
