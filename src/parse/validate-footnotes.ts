import type { Nodes, Root } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree, walkWithAncestors } from '../hast/walk-tree.ts'

/**
 * Reports references without a footnote, which GFM shows as text, and footnotes without a reference, which it does not
 * show.
 * @param tree the Markdown's tree
 */
export function validateFootnotes(tree: Root, file: VFile): void {
  const references = findReferences(tree)
  const shown = findShown(references)
  const defined = new Set<string>()
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return
    const { identifier, position } = node
    const name = identifier.toLowerCase()
    if (defined.has(name))
      reportFootnote(
        `Unexpected second footnote \`[^${name}]\``,
        'Only the first is shown. Give each a name of its own.',
        position,
      )
    else if (!shown.has(name))
      reportFootnote(
        `Unexpected footnote \`[^${name}]\`, which nothing${references.has(name) ? ' but a footnote' : ''} refers to`,
        `It is not shown. Write \`[^${name}]\` where the text refers to it, or remove it.`,
        position,
      )
    defined.add(name)
  })
  for (const { reference, place } of findUndefined(tree, file))
    reportFootnote(
      `Cannot find the footnote \`${reference}\``,
      `Write it on a line of its own: \`${reference}: …\`.`,
      place,
    )
  function reportFootnote(reason: string, note: string, place: (typeof tree)['position']): void {
    report(file, reason, { ruleId: 'footnote-pair', place, note, severity: 'warning' })
  }
}

/** Finds the references that are text, without those that a backslash or an entity makes text. */
function findUndefined(tree: Root, file: VFile): { reference: string; place: Position | undefined }[] {
  const source = String(file)
  const points = createPoints(file)
  const found: { reference: string; place: Position | undefined }[] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'text' || !node.value.includes('[^')) return
    const { value, position } = node
    const base = position?.start.offset
    const written = source.slice(base, position?.end.offset)
    let from = 0
    for (const [reference] of value.matchAll(/\[\^[^[\]\s]+\](?!\()/g)) {
      const index = written.indexOf(reference, from)
      if (index === -1) continue
      from = index + reference.length
      if (written[index - 1] === '\\') continue
      if (base === undefined) found.push({ reference, place: undefined })
      else {
        const [start, end] = [points.toPoint(base + index), points.toPoint(base + from)]
        found.push({ reference, place: start && end && { start, end } })
      }
    }
  })
  return found
}

/** The footnotes within which each footnote is referred to; `undefined` stands for the text. */
function findReferences(tree: Root): Map<string, Set<string | undefined>> {
  const references = new Map<string, Set<string | undefined>>()
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    if (node.type !== 'footnoteReference') return
    const { identifier } = node
    const within = ancestors.findLast((ancestor) => ancestor.type === 'footnoteDefinition')
    const places = references.get(identifier.toLowerCase()) ?? new Set()
    references.set(identifier.toLowerCase(), places.add(within?.identifier.toLowerCase()))
  })
  return references
}

/** The footnotes that the text refers to, or one of these. */
function findShown(references: Map<string, Set<string | undefined>>): Set<string | undefined> {
  const within = new Map<string | undefined, string[]>()
  for (const [name, places] of references)
    for (const place of places) {
      const names = within.get(place) ?? []
      names.push(name)
      within.set(place, names)
    }
  const shown = new Set<string | undefined>([undefined])
  // What is added while a set is iterated is visited as well.
  for (const place of shown) for (const name of within.get(place) ?? []) shown.add(name)
  return shown
}
