import type { Position } from 'unist'
import { isWithinEdits, nearest } from '../diagnostics/nearest.ts'
import type { SharedDefinition } from '../settings.ts'
import { type CheckContext, defineCheck, type Report } from './check.ts'
import { findMisspeltLabels } from './link-definition/misspelt-labels.ts'
import { findSpacedReferences } from './link-definition/spaced-references.ts'
import { isAddressLabel } from './markdown-leftover/links.ts'
import { extractProse } from './readers/extract-prose.ts'

/** `[words][label]` and `[words][]`, which become links with a definition `[label]: https://…`; not indices, `a[i][j]`. */
const reference = /(?<![\p{L}\p{M}\p{N}\])])\[([^\][\n]+)\]\[([^\][\n]*)\]/gu

/** With more missing definitions than these, they are most likely all in one place elsewhere. */
const separateMessages = 5

/** How many labels a message lists. */
const listedLabels = 3

/** How many labels are compared with all shared ones. */
const comparedLabels = 10

const pictureNote =
  'Without a definition, Markdown makes no picture, and readers see the brackets. Write the definition on a line of its own, or the path after the description: `![description](picture.png)`. If the brackets are meant as text, put a backslash before `!` and `[`.'

export const linkDefinition = defineCheck({
  name: 'link-definition',
  summary: 'Every reference-style link (`[words][label]`) has its definition.',
  note: 'Without a definition, Markdown makes no link, and readers see the brackets. Write the definition on a line of its own, or the address after the words: `[words](https://…)`. If the brackets are meant as text, put a backslash before the first one.',
  level: 'warning',
  run(context, report) {
    reportSpaced(context, report)
    reportMisspelt(context, report)
    const missing = findUndefined(context)
    if (missing.length > separateMessages) reportAll(missing, context, report)
    else
      for (const { label, isPicture, at } of missing) {
        const near = describeNear([label], context)
        const note = near
          ? `${near} Correct the label, or write the definition on a line of its own.`
          : isPicture && pictureNote
        const what = isPicture
          ? `\`[${label}]: picture.png\` of a picture`
          : `\`[${label}]: https://…\` of a link`
        report(`Missing definition ${what}`, { at, ...(note && { note }) })
      }
  },
})

/** `[words] [label]`, whose label is a link of its own. */
function reportSpaced({ tree, file }: CheckContext, report: Report): void {
  for (const { words, label, at } of findSpacedReferences(tree, file))
    report(`Unexpected space in \`[${words}] [${label}]\`, expected \`[${words}][${label}]\``, {
      at,
      note: 'With a space between the brackets, only the label becomes a link, and readers see the brackets of the words. Remove the space. If the brackets are meant as text, put a backslash before the first one.',
    })
}

/** `[handbok]`, where `[handbook]` would be a link. */
function reportMisspelt(context: CheckContext, report: Report): void {
  for (const { label, near, file, at } of findMisspeltLabels(context))
    report(`Missing definition \`[${label}]: https://…\` of a link, expected the label \`${near}\``, {
      at,
      note: `${file === undefined ? 'There is a definition of' : `\`${file}\` has`} \`${near}\`, which is nearly the same. Without a definition, Markdown makes no link, and readers see the brackets. Correct the label. If the brackets are meant as text, put a backslash before the first one.`,
    })
}

interface Undefined {
  label: string
  isPicture: boolean
  at: Position | undefined
}

function findUndefined(context: CheckContext): Undefined[] {
  const source = String(context.file)
  const found: Undefined[] = []
  for (const { text, raw, place } of extractProse(context)) {
    if (raw) continue
    for (const { 0: written, 1: words = '', 2: label = '', index } of text.matchAll(reference)) {
      const isPicture = text[index - 1] === '!'
      const at = place(isPicture ? index - 1 : index, index + written.length)
      const typed = source.slice(at?.start.offset, at?.end.offset)
      if (typed.includes('\\') || source[(at?.start.offset ?? 0) - 1] === '\\') continue
      // `markdown-leftover` reports it.
      if (isAddressLabel(typed)) continue
      found.push({ label: (label || words).trim(), isPicture, at })
    }
  }
  return found
}

/** Reports all as one message: their definitions were in another file where the issue was written. */
function reportAll(missing: readonly Undefined[], context: CheckContext, report: Report): void {
  const labels = [...new Set(missing.map(({ label }) => label))]
  const listed = labels.slice(0, listedLabels)
  const more = labels.length - listed.length
  const names = listed.map((label) => `\`${label}\``).join(', ')
  const reason = `Missing definitions of ${missing.length} links: ${names}${more > 0 ? ` and ${more} more` : ''}`
  const files = listFiles(context.settings.markdown.definitions)
  const advice =
    files.length > 0
      ? `Write them (\`[label]: https://…\`) into the issue, or into ${files.join(' or ')}, which all issues share.`
      : 'If all issues share them, write them (`[label]: https://…`) into a file `definitions.md` beside the config, else into the issue.'
  const near = describeNear(labels.slice(0, comparedLabels), context)
  const note = `Without definitions, Markdown makes no links, and readers see the brackets. ${advice}${near ? ` ${near}` : ''}`
  for (const { at } of missing) report(reason, { at, note, cause: 'definitions' })
}

/** Names the shared label that is nearly the same as one of these. */
function describeNear(labels: readonly string[], { settings }: CheckContext): string | undefined {
  const shared = settings.markdown.definitions ?? []
  for (const label of labels) {
    // `bip34` is no misspelling of `bip32`.
    const similar = shared.filter((each) => extractDigits(each.label) === extractDigits(label))
    const near = nearest(
      label,
      similar.map((each) => each.label),
    )
    const file = similar.find((each) => each.label === near)?.file
    const where = file === undefined ? 'The shared definitions have' : `\`${file}\` has`
    // `nearest` allows a third of the letters to differ, which is another label more often than a misspelling.
    if (near !== undefined && isWithinEdits(near, label, label.length > 6 ? 2 : 1))
      return `${where} the label \`${near}\`, which is nearly \`${label}\`.`
  }
  return undefined
}

function extractDigits(label: string): string {
  return label.replace(/\D/g, '')
}

function listFiles(definitions: readonly SharedDefinition[] = []): string[] {
  return [...new Set(definitions.map(({ file }) => file))]
    .flatMap((file) => file ?? [])
    .map((file) => `\`${file}\``)
}
