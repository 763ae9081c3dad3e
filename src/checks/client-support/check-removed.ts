import { visit } from 'unist-util-visit'
import { boxElements } from '../../mail-clients/box-elements.ts'
import { elementFeatures } from '../../mail-clients/element-features.ts'
import type { CheckContext } from '../check.ts'
import type { Found } from './found.ts'

/**
 * Elements in the Markdown's raw HTML that were taken out and that most clients lack (`<video>`): their author is to
 * know which. Others were taken out for other reasons (`<form>`).
 */
export function checkRemoved({ tree, document, file, originOf }: CheckContext): Found[] {
  const kept = new Set<string>()
  visit(document, 'element', (element) => {
    if (originOf(element).file === file) kept.add(element.tagName)
  })
  const found: Found[] = []
  visit(tree, 'html', ({ value, position }) => {
    const bare = value.replace(/<!--[\s\S]*?-->/g, '')
    for (const [, name = ''] of bare.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>])/gi)) {
      const tagName = name.toLowerCase()
      if (kept.has(tagName) || boxElements.has(tagName)) continue
      for (const use of elementFeatures(tagName))
        found.push({ use, at: { file, position }, isRaw: true, share: 50 })
    }
  })
  return found
}
