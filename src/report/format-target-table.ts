import picocolors from 'picocolors'
import { mergeNames, type Proof, type Target } from '../targets/target.ts'
import { displayWidth } from '../typeset/display-width.ts'

/** How a fact is marked in the table. */
const marks: Record<Proof, string> = { documented: '✓', seen: '✓', general: '~', unverified: '?' }

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
 * All targets, a line for each: which neutral names they have, whether a name can have a fallback, and how surely that
 * is known.
 * @param targets by their names
 */
export function formatTargetTable(
  targets: Readonly<Record<string, Target>>,
  { colour }: { colour: boolean },
): string {
  const colours = picocolors.createColors(colour)
  const head = ['target', ...mergeNames.map((name) => heads[name]), 'fallback', 'must have']
  const rows = Object.entries(targets).map(([name, target]) => [
    name,
    ...mergeNames.map((each) => toMark(target, each)),
    toProofMark(target.names.first_name?.fallback?.proof),
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
  '? UNVERIFIED: not to be relied on            + the provider adds it by itself   – none known',
  'The columns are the names behind `merge:` (`unsubscribe` is `merge:unsubscribe_url`); `must have` counts the tags',
  'without which an email is an error or a warning. `issue targets <name>` tells all about one.',
]

function toMark(target: Target, name: (typeof mergeNames)[number]): string {
  const tag = target.names[name]
  const adds =
    (name === 'unsubscribe_url' && target.adds.includes('unsubscribe')) ||
    (name === 'postal_address' && target.adds.includes('address'))
  if (adds && !tag) return '+'
  return toProofMark(tag?.proof ?? (target.unverified?.includes(name) ? 'unverified' : undefined))
}

function toProofMark(proof: Proof | undefined): string {
  return proof === undefined ? '–' : marks[proof]
}

function countTags({ requires }: Target): number {
  return new Set(requires.map(({ tag }) => tag)).size
}
