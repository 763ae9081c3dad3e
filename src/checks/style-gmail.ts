import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import postcss, { type Root } from 'postcss'
import { visitParents } from 'unist-util-visit-parents'
import type { Theme } from '../theme/theme.ts'
import { type At, type CheckContext, defineCheck, type Report } from './check.ts'
import { readsMail } from './readers/reads-mail.ts'

/** What makes Gmail drop more than the line it stands in. */
interface Fault {
  reason: string
  line: number
  column: number
}

const spaced = /\b(?:rgb|hsl)a?\(\s*[^\s,()]+\s+[^\s,()]+\s+[^,()]+\)/i
const modern = /\b(?:oklch|oklab|lch|lab|hwb|color)\(/i

export const styleGmail = defineCheck({
  name: 'style-gmail',
  summary: 'Nothing in the CSS makes Gmail drop a whole style sheet or style attribute.',
  note: 'Gmail drops the whole `<style>` that holds an at-rule within an at-rule or a colour written with spaces, every `<style>` outside the head, and a whole `style` attribute with a modern colour (hteumeuleu/email-bugs #21; caniemail, css-rgba, css-modern-color, html-style). Write colours in six digits, and keep such rules apart.',
  level: 'warning',
  run(context, report) {
    if (!readsMail('gmail', context.settings.clients)) return
    visitParents(context.document, 'element', (element, ancestors) => {
      if (element.tagName !== 'style') return holdAttribute(element, context, report)
      const isInHead = ancestors.some((node) => node.type === 'element' && node.tagName === 'head')
      if (!isInHead) report('Unexpected `<style>` in the body, expected it in the head', { at: element })
      for (const fault of toFaults(toText(element)))
        report(fault.reason, { at: whereWritten(fault, context) ?? element })
    })
  },
})

function holdAttribute(element: Element, context: CheckContext, report: Report): void {
  const style = String(element.properties.style ?? '')
  const found = (spaced.exec(style) ?? modern.exec(style))?.[0]
  if (!found) return
  const shown = found.endsWith('(') ? `${found}…)` : found
  const { file, position } = context.originOf(element)
  const own = String(file).slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
  const at = own.includes(found) ? element : (inStyleSheet(context, found) ?? element)
  report(`Unexpected colour \`${shown}\` in a \`style\` attribute, expected six digits`, { at })
}

/** The template's style sheet says the same at a line of its own. */
function whereWritten({ reason }: Fault, { theme }: CheckContext): At {
  const fault = toFaults(theme.css).find((known) => known.reason === reason)
  return fault && toPlace(theme, fault)
}

/** Where the style sheet gives elements a colour, in a rule that is written onto them. */
function inStyleSheet({ theme }: CheckContext, colour: string): At {
  let place: At
  parse(theme.css).walkDecls(({ value, source }) => {
    if (!place && value.includes(colour) && source?.start) place = toPlace(theme, source.start)
  })
  return place
}

function toPlace({ files }: Theme, { line, column }: { line: number; column: number }): At {
  const file = files.get('style.css')
  return file && { file, position: { start: { line, column }, end: { line, column } } }
}

/** A style sheet of ours that cannot be read has its own message; what browsers make of another is for them. */
function parse(css: string): Root {
  try {
    return postcss.parse(css)
  } catch {
    return postcss.root()
  }
}

function toFaults(css: string): Fault[] {
  const faults: Fault[] = []
  parse(css).walk((node) => {
    const { line = 1, column = 1 } = node.source?.start ?? {}
    if (node.type === 'atrule' && isWithinAtRule(node.parent))
      faults.push({ reason: `Unexpected \`@${node.name}\` within another at-rule`, line, column })
    const colour = node.type === 'decl' ? spaced.exec(node.value)?.[0] : undefined
    if (colour)
      faults.push({ reason: `Unexpected colour \`${colour}\`, expected six digits or commas`, line, column })
  })
  return faults
}

function isWithinAtRule(parent: { type: string; parent?: unknown } | undefined): boolean {
  if (!parent || parent.type === 'root') return false
  return parent.type === 'atrule' || isWithinAtRule(parent.parent as typeof parent)
}
