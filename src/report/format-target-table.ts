import picocolors from 'picocolors'
import { mergeNames, type Proof, type Target } from '../targets/target.ts'
import { displayWidth } from '../typeset/display-width.ts'

/** The symbols of the table. */
const symbols: Record<Proof, string> = { documented: '✓', seen: '✓', general: '~', unverified: '?' }

const heads: Record<(typeof mergeNames)[number], string> = {
  unsubscribe_url: 'unsubscribe',
  web_url: 'web',
  preferences_url: 'preferences',
  email: 'email',
  first_name: 'first',
  last_name: 'last',
  subscriber_id: 'id',
  postal_address: 'address',
  list_name: 'list',
  current_year: 'year',
}

/**
 * Formats a table of all targets: which neutral names they have, whether a name can have a fallback, and how well each
 * fact is verified.
 * @param targets by their names
 */
export function formatTargetTable(
  targets: Readonly<Record<string, Target>>,
  { colour }: { colour: boolean },
): string {
  const colours = picocolors.createColors(colour)
  const head = ['target', ...mergeNames.map((name) => heads[name]), 'fallback', 'required']
  const rows = Object.entries(targets).map(([name, target]) => [
    name,
    ...mergeNames.map((each) => formatCell(target, each)),
    formatProof(target.names.first_name?.fallback?.proof),
    target.requires.map(({ tag }) => tag).length > 0 ? String(countTags(target)) : '–',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => displayWidth(row[column] ?? ''))),
  )
  const print = (row: string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd()
  return [colours.bold(print(head)), ...rows.map(print), '', ...legend, ''].join('\n')
}

const legend = [
  '✓ documented by the vendor, or seen in use   ~ from general knowledge, not checked',
  '? UNVERIFIED: not to be relied on            + added by the provider            – none known',
  'The columns are the names behind `merge:` (`unsubscribe` is `merge:unsubscribe_url`); `required` counts the tags',
  'whose absence is an error or a warning. `issue targets <name>` shows the details of one.',
]

function formatCell(target: Target, name: (typeof mergeNames)[number]): string {
  const tag = target.names[name]
  const adds =
    (name === 'unsubscribe_url' && target.adds.includes('unsubscribe')) ||
    (name === 'postal_address' && target.adds.includes('address'))
  if (adds && !tag) return '+'
  return formatProof(tag?.proof ?? (target.unverified?.includes(name) ? 'unverified' : undefined))
}

function formatProof(proof: Proof | undefined): string {
  return proof === undefined ? '–' : symbols[proof]
}

function countTags({ requires }: Target): number {
  return new Set(requires.map(({ tag }) => tag)).size
}
