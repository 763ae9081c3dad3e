import type { Element } from 'hast'
import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { CONTINUE, EXIT, visit } from 'unist-util-visit'
import { openingLine } from '../blocks/opening-line.ts'
import { splitAtPrivateUse } from '../private-use.ts'
import { type CheckContext, defineCheck, type Report } from './check.ts'
import { extractShownTexts, type ShownText } from './readers/extract-shown-texts.ts'
import { findBlocks, type NamedBlock } from './readers/find-blocks.ts'
import { findOnlyHtml } from './readers/find-only-html.ts'
import { findUnlabelled } from './readers/find-unlabelled.ts'
import { indexLetters, toLetters } from './readers/letters.ts'

export const sponsorDisclosure = defineCheck({
  name: 'sponsor-disclosure',
  summary: 'A sponsor’s block begins with its label, in HTML and in plaintext.',
  note: 'The FTC and other authorities require a label above the ad’s headline, in every format (“Native Advertising: A Guide for Businesses”; Germany: “Anzeige”). In the template’s `blocks/sponsor.html` and `blocks/sponsor.txt`, print `{{ label }}` before everything else.',
  level: 'error',
  run(context, report) {
    const texts = extractShownTexts(context.document)
    const labelled: Labelled[] = []
    for (const sponsor of findBlocks('sponsor', context.tree)) {
      const label = toLetters(context.restore(toText(sponsor.block.label ?? [])))
      if (label === '') {
        const at = openingLine(sponsor.node, String(context.file))
        report('Unexpected sponsor’s label without words, expected one such as `Advertisement`', { at })
        continue
      }
      validateHtml(label, findShownBlock(sponsor, texts, context), context, report)
      labelled.push({ ...sponsor, label })
    }
    validatePlaintext(labelled, context, report)
  },
})

/** A sponsor’s block and the letters of its label. */
interface Labelled extends NamedBlock {
  label: string
}

function validatePlaintext(
  labelled: Labelled[],
  { tree, email, theme, file }: CheckContext,
  report: Report,
): void {
  const isOnlyHtml = findOnlyHtml(tree)
  const printed = labelled.flatMap((sponsor) => {
    const copy = extractOpening(sponsor)
    return copy === '' || isOnlyHtml(sponsor.node.position) ? [] : [{ ...sponsor, copy }]
  })
  const template = theme.files.get('blocks/sponsor.txt')
  for (const number of findUnlabelled(printed, indexLetters(email.text))) {
    const node = printed[number]?.node
    const at = template ? { file: template } : node && openingLine(node, String(file))
    report('Missing label before the sponsor’s copy in the plaintext', { at })
  }
}

/** What a sponsor’s block shows in the HTML. */
interface ShownBlock {
  /** The outermost element of its template around the copy. */
  root?: Element | undefined
  /** From the start of its template's element to the end of its copy. */
  own: ShownText[]
  /** What its template shows right before that element. */
  before: ShownText[]
}

function validateHtml(
  label: string,
  { root, own, before }: ShownBlock,
  { restore }: CheckContext,
  report: Report,
): void {
  const letters = (texts: ShownText[]) => toLetters(texts.map(({ value }) => restore(value)).join(' '))
  const all = letters(own)
  if (own.length === 0 || all.startsWith(label) || letters(before).includes(label)) return
  const first = own[0]?.path.at(-1)
  if (all.includes(label))
    report('Unexpected text before the sponsor’s label, expected the label first', { at: first })
  else report('Missing label of the sponsor’s block in the HTML', { at: root ?? first })
}

function findShownBlock(
  { node }: NamedBlock,
  texts: ShownText[],
  { file, originOf, theme }: CheckContext,
): ShownBlock {
  const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset]
  const isCopy = ({ path }: ShownText) =>
    path.some((element) => {
      const { file: source, position } = originOf(element)
      const at = position?.start.offset
      return source === file && at !== undefined && at > start && at < end
    })
  const first = texts.findIndex(isCopy)
  if (first === -1) return { own: [], before: [] }
  const template = theme.files.get('blocks/sponsor.html')
  const isOurs = (element: Element) => originOf(element).file === template
  const root = texts[first]?.path.find(isOurs)
  const from = root ? texts.findIndex(({ path }) => path.includes(root)) : first
  let before = from
  while (before > 0 && texts[before - 1]?.path.some(isOurs)) before -= 1
  return { root, own: texts.slice(from, texts.findLastIndex(isCopy) + 1), before: texts.slice(before, from) }
}

/** The first letters of the copy that the plaintext has as well: the first run of text without links and merge tags. */
function extractOpening({ block }: NamedBlock): string {
  let opening = ''
  visit({ type: 'root', children: block.body } as Root, 'text', ({ value }) => {
    const letters = splitAtPrivateUse(value).map(toLetters)
    opening = letters.find((run) => run.length >= 6)?.slice(0, 30) ?? ''
    return opening === '' ? CONTINUE : EXIT
  })
  return opening
}
