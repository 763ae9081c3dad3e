import { startTag } from '../theme/source-markers.ts'

/**
 * The last touches, on the finished string: what the template's layout left over is taken away.
 * @param html the document with inline styles, merge tags still tokens
 * @param head the rules in `<style>`: classes that they name must stay
 */
export function finish(html: string, head: string): string {
  const used = new Set([...head.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map((match) => match[1]))
  return splitPre(html)
    .map((part, index) => (index % 2 === 1 ? tidyTags(part, used) : tidySpace(tidyTags(part, used))))
    .join('')
    .trimEnd()
    .concat('\n')
}

/** Every second part is a `<pre>`, where white space is content. */
function splitPre(html: string): string[] {
  return html.split(/(<pre\b[\s\S]*?<\/pre>)/i)
}

const attribute = / ([a-z][a-z0-9:_-]*)(?:="([^"]*)")?/gi

function tidyTags(html: string, used: Set<string | undefined>): string {
  return html.replace(startTag, (tag) =>
    tag.replace(attribute, (whole, name: string, value: string | undefined) => {
      if (name === 'class') return keep(value ?? '', used)
      if (name === 'style') return ` style="${shortenStyle(value ?? '')}"`
      if (name === 'alt' && value === undefined) return ' alt=""'
      return name === 'height' && value === 'auto' ? '' : whole
    }),
  )
}

function keep(names: string, used: Set<string | undefined>): string {
  const kept = names.split(/\s+/).filter((name) => used.has(name))
  return kept.length > 0 ? ` class="${kept.join(' ')}"` : ''
}

function shortenStyle(style: string): string {
  return style
    .replace(/;\s*$/, '')
    .replace(/;\s+/g, ';')
    .replace(/(^|;)([a-z-]+):\s+/g, '$1$2:')
}

/** Templates are indented for people; mail is weighed in bytes. */
function tidySpace(html: string): string {
  return html.replace(/(?<![ \t])[ \t]*\r?\n[ \t\r\n]*/g, '\n')
}
