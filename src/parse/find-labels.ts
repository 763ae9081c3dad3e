import type { Nodes } from 'mdast'

/** What a text defines, in the form in which micromark compares labels (`normalizeLabel`). */
export interface Labels {
  definitions: ReadonlySet<string>
  footnotes: ReadonlySet<string>
  /** Whether some are defined within a `:::` block: these are known only to what follows them. */
  isOrdered: boolean
}

const none: Labels = { definitions: new Set(), footnotes: new Set(), isOrdered: false }

/**
 * Finds the labels of definitions and footnotes in nodes.
 * @param text the nodes' Markdown
 */
export function findLabels(nodes: readonly Nodes[], text: string): Labels {
  if (!text.includes(']:')) return none
  const found = { definitions: new Set<string>(), footnotes: new Set<string>(), isOrdered: false }
  addLabels(nodes, found, false)
  return found
}

function addLabels(
  nodes: readonly Nodes[],
  found: { definitions: Set<string>; footnotes: Set<string>; isOrdered: boolean },
  isInBlock: boolean,
): void {
  for (const node of nodes) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const labels = node.type === 'definition' ? found.definitions : found.footnotes
      labels.add(node.identifier.toUpperCase())
      found.isOrdered ||= isInBlock
    }
    if ('children' in node) addLabels(node.children, found, isInBlock || node.type === 'containerDirective')
  }
}

/** Merges the labels of several texts. */
export function mergeLabels(all: readonly Labels[]): Labels {
  return {
    definitions: new Set(all.flatMap(({ definitions }) => [...definitions])),
    footnotes: new Set(all.flatMap(({ footnotes }) => [...footnotes])),
    isOrdered: all.some(({ isOrdered }) => isOrdered),
  }
}
