import type { Element, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { findModernColour, findSpacedColour } from '../css/colour-syntax.ts'
import { parseSharedSheet } from '../css/parse-css.ts'
import { findElements, listElements } from '../hast/find-element.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { memoizeText } from '../memoize-text.ts'
import { type At, type CheckContext, defineCheck, type Report } from './check.ts'
import { includesClientFamily } from './readers/includes-client-family.ts'

/** A rule or declaration for which Gmail ignores a whole style sheet. */
interface Violation {
  reason: string
  line: number
  column: number
}

export const styleGmail = defineCheck({
  name: 'style-gmail',
  summary: 'No CSS makes Gmail drop a whole style sheet or a whole `style` attribute.',
  note: 'Gmail drops a whole `<style>` that contains an at-rule within an at-rule or a colour written with spaces, every `<style>` outside the head, and a whole `style` attribute with a modern colour such as `oklch()` (hteumeuleu/email-bugs #21; caniemail, css-rgba, css-modern-color, html-style). Write colours in six digits, and put rules that Gmail cannot read into a `<style>` of their own.',
  level: 'warning',
  run(context, report) {
    if (!includesClientFamily('gmail', context.settings.clients)) return
    const inHead = listInHead(context.document)
    for (const element of listElements(context.document)) {
      if (element.tagName !== 'style') {
        checkAttribute(element, context, report)
        continue
      }
      if (!inHead.has(element))
        report('Unexpected `<style>` in the body, expected it in the head', { at: element })
      for (const violation of findViolations(toText(element)))
        report(violation.reason, { at: locateViolation(violation, context) ?? element })
    }
  },
})

function listInHead(document: Root): Set<Nodes> {
  const nodes = new Set<Nodes>()
  for (const head of findElements(document, 'head')) walkTree<Nodes>(head, (node) => void nodes.add(node))
  return nodes
}

function checkAttribute(element: Element, context: CheckContext, report: Report): void {
  const style = String(element.properties.style ?? '')
  const found = findSpacedColour(style) ?? findModernColour(style)
  if (!found) return
  const shown = found.endsWith('(') ? `${found}…)` : found
  const { file, position } = context.originOf(element)
  const own = String(file).slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
  const at = own.includes(found) ? element : (locateColour(context, found) ?? element)
  report(`Unexpected colour \`${shown}\` in a \`style\` attribute, expected six digits`, { at })
}

/** The line of the template's style sheets with the same violation; `undefined` when the violation is not the template's. */
function locateViolation({ reason }: Violation, { theme }: CheckContext): At {
  for (const file of theme.styleSheets) {
    const violation = findViolations(String(file)).find((known) => known.reason === reason)
    if (violation) return createPlace(file, violation)
  }
  return undefined
}

/** The first declaration of the template's style sheets with a colour, which was written into `style` attributes. */
function locateColour({ theme }: CheckContext, colour: string): At {
  let place: At
  for (const file of theme.styleSheets) {
    parseSharedSheet(String(file)).walkDecls(({ value, source }) => {
      if (!place && value.includes(colour) && source?.start) place = createPlace(file, source.start)
    })
  }
  return place
}

function createPlace(file: VFile, { line, column }: { line: number; column: number }): At {
  return { file, position: { start: { line, column }, end: { line, column } } }
}

/** Most issues have the same style sheets as the one before. */
const findViolations = memoizeText((css): Violation[] => {
  const violations: Violation[] = []
  parseSharedSheet(css).walk((node) => {
    const { line = 1, column = 1 } = node.source?.start ?? {}
    if (node.type === 'atrule' && isWithinAtRule(node.parent))
      violations.push({ reason: `Unexpected \`@${node.name}\` within another at-rule`, line, column })
    const colour = node.type === 'decl' ? findSpacedColour(node.value) : undefined
    if (colour)
      violations.push({
        reason: `Unexpected colour \`${colour}\`, expected six digits or commas`,
        line,
        column,
      })
  })
  return violations
}, 50)

function isWithinAtRule(parent: { type: string; parent?: unknown } | undefined): boolean {
  if (!parent || parent.type === 'root') return false
  return parent.type === 'atrule' || isWithinAtRule(parent.parent as typeof parent)
}
