import { listElements } from '../../hast/find-element.ts'
import { boxElements } from '../../mail-clients/box-elements.ts'
import { elementFeatures } from '../../mail-clients/element-features.ts'
import type { CheckContext } from '../check.ts'
import { findNodes } from '../readers/find-nodes.ts'
import type { Found } from './found.ts'

/**
 * Finds elements in raw HTML that were removed and that most clients lack (`<picture>`), so that their author learns which
 * clients those are. Those that `html-element` has reported are silent here.
 */
export function checkRemoved({ tree, document, file, originOf }: CheckContext): Found[] {
  let remaining: Set<string> | undefined
  const found: Found[] = []
  const reported = file.messages.flatMap(({ ruleId, line }) =>
    ruleId === 'html-element' && line !== undefined ? [line] : [],
  )
  for (const { value, position } of findNodes(tree, 'html')) {
    const isReported = reported.some(
      (line) => position && line >= position.start.line && line <= position.end.line,
    )
    if (isReported) continue
    const bare = value.replace(/<!--[\s\S]*?-->/g, '')
    for (const [, name = ''] of bare.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>])/gi)) {
      const tagName = name.toLowerCase()
      remaining ??= listRemaining(document, file, originOf)
      if (remaining.has(tagName) || boxElements.has(tagName)) continue
      for (const use of elementFeatures(tagName))
        found.push({ use, at: { file, position }, isRaw: true, share: 50 })
    }
  }
  return found
}

/** The names of the issue's own elements in the finished HTML. */
function listRemaining(
  document: CheckContext['document'],
  file: CheckContext['file'],
  originOf: CheckContext['originOf'],
): Set<string> {
  const names = new Set<string>()
  for (const element of listElements(document)) {
    if (originOf(element).file === file) names.add(element.tagName)
  }
  return names
}
