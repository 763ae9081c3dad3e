import GithubSlugger from 'github-slugger'
import type { Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { nearest } from '../diagnostics/nearest.ts'
import { listElements } from '../hast/find-element.ts'
import { decodePath } from '../urls/decode-path.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

export const linkFragment = defineCheck({
  name: 'link-fragment',
  summary: 'A link to a place in the issue (`#…`) leads to a heading or an `id` that exists.',
  note: 'Readers who follow this link stay where they are. Even a correct one does nothing in Gmail on iOS and in Samsung Email (caniemail.com, `html-anchor-links`): if readers must get there, link to the web archive instead.',
  level: 'warning',
  run(context, report) {
    const targets = collectTargets(context.document)
    for (const { href, at } of extractAnchors(context)) {
      if (!href?.startsWith('#') || context.restore(href) !== href) continue
      const name = decodePath(href.slice(1))
      // A lone `#` is a placeholder, which `link-placeholder` reports.
      if (name !== '' && !targets.has(name) && name !== 'top') {
        const near = nearest(name, [...targets, ...createSlugs(context.document)])
        const expected = near === undefined ? 'a heading or an `id` of this issue' : `\`#${near}\``
        report(`Unexpected link to \`#${name}\`, expected ${expected}`, { at })
      }
    }
  },
})

function collectTargets(document: Root): Set<string> {
  const targets = new Set<string>()
  for (const { tagName, properties } of listElements(document)) {
    if (typeof properties.id === 'string') targets.add(properties.id)
    if (tagName === 'a' && typeof properties.name === 'string') targets.add(properties.name)
  }
  return targets
}

/** The ids that headings would have if a link led to them. */
function createSlugs(document: Root): string[] {
  const slugger = new GithubSlugger()
  const slugs: string[] = []
  for (const element of listElements(document)) {
    if (/^h[1-6]$/.test(element.tagName)) slugs.push(slugger.slug(toText(element)))
  }
  return slugs
}
