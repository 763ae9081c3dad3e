import type { RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Issue } from '../types.ts'
import { createUtmTagger } from '../urls/create-utm-tagger.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'
import { createMergeVariables } from './merge-variables.ts'
import type { RenderContext } from './render-context.ts'

/** The variables that every template sees: `issue`, `newsletter`, `theme`, `merge`, `strings`. */
export function createTemplateVariables(context: RenderContext): Record<string, unknown> {
  const { issue, matter, settings, theme, strings, logo, masthead, names, web, tags } = context
  const url = settings.url ? resolveIssueUrl(settings.url, matter.slug) : null
  return {
    issue: {
      ...matter,
      date: matter.date ?? null,
      date_text: matter.date ? formatDate(matter.date, matter.lang) : null,
      author: matter.author ? { name: null, email: null, ...matter.author } : null,
      from: matter.from ? { name: null, email: null, ...matter.from } : null,
      url,
      shows_title: !writesTitle(issue, tags.restore),
      sponsor: masthead,
      preheader_padding: web ? '' : createPreheaderPadding(matter.preheader),
    },
    newsletter: {
      name: settings.name,
      description: settings.description ?? null,
      url: settings.url ?? null,
      link: settings.url === undefined ? null : createUtmTagger(settings.utm, matter.slug)(settings.url),
      postal_address: settings.postalAddress ?? null,
    },
    theme: { ...theme.tokens, logo },
    merge: createMergeVariables({ settings, names, web }),
    strings,
  }
}

/** True when the author's own text has the title: as its first line, or as one of its level-1 headings. */
function writesTitle({ tree, matter }: Issue, restore: (text: string) => string): boolean {
  const title = restore(matter.title)
  const isTitle = (node: RootContent | undefined) => node?.type === 'heading' && node.depth === 1
  return (
    isTitle(tree.children[0]) ||
    tree.children.some((node) => isTitle(node) && restore(toText(node)).trim() === title)
  )
}

/** The day in the reader's language; the time of day is the sender's business. */
function formatDate(date: string, lang: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}

/**
 * What keeps the text below from following the preheader in the inbox line: Gmail shows up to 200 characters
 * (react-email pads to as many); U+034F holds the spaces apart without being seen, where others misbehave (mjml #1943).
 */
function createPreheaderPadding(preheader: string): string {
  if (preheader === '') return ''
  return '\u034f '.repeat(Math.max(0, 200 - [...preheader].length))
}
