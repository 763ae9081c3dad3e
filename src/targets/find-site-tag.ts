/** Finds the tags of site generators in a syntax that providers have as well: `{{ page.title }}`, `{% image "a.png" %}`. */
import type { TagScope } from './find-tag-mistake.ts'
import { listValues } from './list-values.ts'
import type { Target } from './target.ts'

export interface SiteTag {
  /** For a sentence. */
  generator: string
  /** What all tags that are wrong for the same reason have in common. */
  kind: 'names' | 'calls' | 'pictures'
  /** The value that the tag prints or goes through. */
  name?: string
}

/** Comments of Nunjucks (Eleventy), Tera (Zola) and Twig. Global. */
export const siteComment = /\{#-?\s[^{}`]{1,1000}?\s-?#\}/g

/**
 * Values of Jekyll (jekyllrb.com, "Variables"), Eleventy (11ty.dev, "Eleventy Supplied Data") and Zola (getzola.org,
 * "Templates").
 */
const names =
  /(?<![\w.$-])(?:(?:page|site|post|collections|paginator|layout|eleventy)\.[A-Za-z_][\w.]*|eleventyNavigation\w*)/g
/** Hugo's (gohugo.io, "Methods"). */
const hugoNames = /(?<![\w)])\$?\.(?:Site|Page|Params)\.\w/
/** Zola's shortcodes (getzola.org, "Shortcodes"); `::` leads to a macro. */
const call = /^\{\{-?\s*[A-Za-z_]\w*(?:::\w+)?\(\s*(?:\w+\s*=|\))/
/** Those with a body. Jinja's `call` can have arguments as well. */
const bodyCall = /^\{%-?\s*(?!(?:if|elif|elsif|unless|for|call|set)\b)\w+\(/
const callEnd = /^\{%-?\s*end\s*-?%\}$/
/** The shortcode of Eleventy's Image plugin. */
const picture = /^\{%-?\s*image\s+["']/

/**
 * Finds the site generator whose names or forms a tag has, unless the target has them as well.
 * @param tag the whole tag
 */
export function findSiteTag(tag: string, scope: TagScope): SiteTag | undefined {
  if (!/^\{[{%]/.test(tag)) return undefined
  return findSiteForm(tag, scope.target) ?? findSiteName(tag, scope)
}

/**
 * Finds the site generator that alone has the form of a tag, whatever its names.
 * @param tag the whole tag
 */
export function findSiteForm(tag: string, target: Target): SiteTag | undefined {
  if (!isKnown(target)) return undefined
  if (bodyCall.test(tag) || callEnd.test(tag)) return { generator: 'Zola', kind: 'calls' }
  if (target.vocabulary?.language?.hasFunctions) return undefined
  if (call.test(tag)) return { generator: 'Zola', kind: 'calls' }
  return picture.test(tag) ? { generator: 'Eleventy', kind: 'pictures' } : undefined
}

/** Of the engine of a newsletter's own target nothing is known. */
function isKnown({ acceptsAnyTag, vocabulary }: Target): boolean {
  return acceptsAnyTag === true || vocabulary !== undefined
}

/** Whether a target's engine leaves out comments such as `{# … #}`, or may do so. */
export function hasHashComments({ acceptsAnyTag, vocabulary }: Target): boolean {
  if (acceptsAnyTag) return false
  return vocabulary === undefined || (vocabulary.language?.keywords.includes('autoescape') ?? false)
}

function findSiteName(tag: string, scope: TagScope): SiteTag | undefined {
  // Strings are the author's words.
  const bare = tag
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '""')
    .replace(/^\{{2,3}[-~]?\s*|\s*[-~]?\}{2,3}$|\s*-?%\}$/g, '')
  const found = [...(bare.match(names) ?? []), ...findBareNames(bare)]
  const name = found.find((each) => !isOwnName(each, scope))
  if (name !== undefined)
    return {
      generator: /^(?:collections|eleventy)/.test(name) ? 'Eleventy' : 'a site generator',
      kind: 'names',
      name,
    }
  return hugoNames.test(bare) && !scope.target.ownNames ? { generator: 'Hugo', kind: 'names' } : undefined
}

/** `content` alone and a loop over `posts`; in other places these words can be anybody's. */
function findBareNames(bare: string): string[] {
  const name = /^content(?=$|\s*\|)/.exec(bare)?.[0] ?? /\bin\s+(posts)\b(?!\.)/.exec(bare)?.[1]
  return name === undefined ? [] : [name]
}

function isOwnName(name: string, { target, fields = [], variables }: TagScope): boolean {
  const root = name.split('.')[0] ?? name
  if (variables.has(root) || fields.includes(name) || fields.includes(root)) return true
  if (listValues(target).some((each) => each.split('.')[0] === root)) return true
  const { own = [''] } = target.vocabulary ?? {}
  return own.some((each) => (each === '' ? !target.acceptsAnyTag : each.startsWith(`${root}.`)))
}
