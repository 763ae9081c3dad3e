import { countIssueWords, estimateMinutes } from '../checks/readers/reading-time.ts'
import { findCjkLanguage } from '../language-tag.ts'
import { memoizeText } from '../memoize-text.ts'
import { findForeignDirection } from '../typeset/text-direction.ts'
import { createUtmTagger } from '../urls/create-utm-tagger.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'
import { createMergeVariables } from './merge-variables.ts'
import type { RenderContext } from './render-context.ts'
import { writesTitle } from './writes-title.ts'

/** Creates the variables of all templates: `issue`, `newsletter`, `theme`, `merge`, `strings`. */
export function createTemplateVariables(context: RenderContext): Record<string, unknown> {
  const { issue, matter, settings, theme, strings, logo, logoDark, header, masthead, names, web, tags } =
    context
  const url = settings.url ? resolveIssueUrl(settings.url, matter.slug) : null
  return {
    issue: {
      ...matter,
      date: matter.date ?? null,
      number: matter.number ?? null,
      minutes: estimateMinutes(countIssueWords(issue.tree)),
      date_text: matter.date ? formatDate(matter.date, matter.lang) : null,
      author: matter.author ? { name: null, email: null, ...matter.author } : null,
      from: matter.from ? { name: null, email: null, ...matter.from } : null,
      url,
      title_dir: findForeignDirection(matter.title, matter.dir) ?? matter.dir,
      preheader_dir: findForeignDirection(matter.preheader, matter.dir) ?? matter.dir,
      script: findCjkLanguage(matter.lang) ? 'cjk' : '',
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
      subscribe: settings.subscribe ?? null,
      social: settings.social,
    },
    theme: { ...theme.tokens, logo, 'logo-dark': logoDark, header },
    merge: createMergeVariables({ settings, names, web }),
    strings,
  }
}

/** Formats the day of an ISO 8601 date in a language, without its time. */
function formatDate(date: string, lang: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return createDateFormat(lang).format(day)
}

const createDateFormat = memoizeText(
  (lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }),
  30,
)

/**
 * Creates invisible padding that keeps the text below out of the preview line of an inbox. Gmail shows up to 200
 * characters, and react-email pads to as many. U+034F separates the spaces invisibly; other characters are shown by some
 * clients (mjml #1943).
 */
function createPreheaderPadding(preheader: string): string {
  if (preheader === '') return ''
  return '\u034f '.repeat(Math.max(0, 200 - [...preheader].length))
}
