import type { Element, Nodes as HastNodes } from 'hast'
import type { Root } from 'mdast'
import { listElements } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'
import { extractProse } from './readers/extract-prose.ts'
import { isHidden } from './readers/extract-shown-texts.ts'
import type { Passage } from './readers/passage.ts'

/** `© 2024`, `(c) 2019–2024`, `Copyright © 2019, 2024`. */
const notice =
  /(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)))?\s*((?:19|20)\d\d(?:\s*[-–—,/]\s*(?:(?:19|20)\d\d|\d\d\b))*)(?!\d|\s*[-–—]\s*(?:present|today|now|heute)\b)/giu

/** A credit of a picture or a quotation, which names the year of the work. */
const credit =
  /\b(?:photo|photograph|foto|image|bild|picture|illustration|video|credit|cc|creative commons)\b/i
const reserved =
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|alle rechten voorbehouden/i

export const copyrightYear = defineCheck({
  name: 'copyright-year',
  summary: 'A copyright notice has the year of the issue.',
  note: 'The year of the newsletter’s own notice was not changed since. Write the year of the issue’s `date`, or a range that ends with it: `© 2019–2025`. In a template, `{{ issue.date | date: "%Y" }}` prints it.',
  level: 'warning',
  run(context, report) {
    const year = Number(context.matter.date?.slice(0, 4))
    if (!year) return
    const source = String(context.file)
    for (const passage of extractProse(context)) {
      const found = findOldYear(passage.text, year)
      if (found && isOwnNotice(passage, context.tree, context.settings.name))
        report(formatReason(found, year), { at: passage.place(found.start, found.start + found.text.length) })
    }
    for (const element of listElements(context.document)) {
      if (context.originOf(element).file === context.file || isHidden(element)) continue
      const found = findOldYear(joinOwnText(element), year)
      if (found && !source.includes(found.text)) report(formatReason(found, year), { at: element })
    }
  },
})

interface OldNotice {
  text: string
  start: number
  last: number
}

function findOldYear(text: string, year: number): OldNotice | undefined {
  // Most texts name no year, and need no search that ignores case.
  if (!/(?:19|20)\d\d/.test(text)) return undefined
  for (const { 0: found, 1: years = '', index } of text.matchAll(notice)) {
    const ends = years.match(/\d+/g) ?? []
    const last = ends.map((end) => (end.length === 2 ? Number(`${years.slice(0, 2)}${end}`) : Number(end)))
    const latest = Math.max(...last)
    if (latest < year && !credit.test(text)) return { text: found.trimEnd(), start: index, last: latest }
  }
  return undefined
}

function formatReason({ text, last }: OldNotice, year: number): string {
  return `Unexpected year ${last} in \`${text}\`, expected ${year}, the year of the issue`
}

/** Whether a notice is the newsletter's: at the end of the issue, with its name, or with all rights reserved. */
function isOwnNotice({ text, place }: Passage, tree: Root, name: string): boolean {
  if (reserved.test(text) || (name !== '' && text.includes(name))) return true
  const end = place(0, text.length)?.end.offset
  return (
    end !== undefined &&
    end === tree.children.findLast(({ type }) => type === 'paragraph')?.position?.end.offset &&
    tree.children.at(-1)?.type === 'paragraph'
  )
}

/** An element's text without that of blocks in it, which are elements of their own. */
function joinOwnText({ children }: Element): string {
  return children.map((child: HastNodes) => (child.type === 'text' ? child.value : '')).join('')
}
