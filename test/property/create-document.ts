import { blocks, fronts, inline, leads } from './fragments.ts'
import { createRandom, type Random } from './random.ts'

/** Targets whose dialects differ. */
const targets = [
  'generic',
  'mailchimp',
  'sendgrid',
  'ghost',
  'klaviyo',
  'listmonk',
  'mailgun',
  'sendy',
  'hubspot',
]

export interface Document {
  seed: number
  target: string
  /** What the document is put together from, which the search for a smaller one leaves out piece by piece. */
  parts: string[]
}

/** Creates a small document: the same one for the same seed. */
export function createDocument(seed: number): Document {
  const random = createRandom(seed)
  const target = random.chance(0.4) ? 'generic' : random.pick(targets)
  const parts = [random.pick(fronts)]
  const count = 1 + random.below(6)
  for (let index = 0; index < count; index += 1) {
    if (random.chance(0.4)) parts.push(random.pick(blocks))
    else parts.push(...createLine(random))
    parts.push(random.chance(0.65) ? '\n\n' : '\n')
  }
  return { seed, target, parts: nameWords(parts) }
}

function createLine(random: Random): string[] {
  const parts = [random.pick(leads)]
  const count = 1 + random.below(6)
  for (let index = 0; index < count; index += 1) {
    parts.push(random.pick(random.pick(inline)))
    if (random.chance(0.5)) parts.push(' ')
  }
  return parts
}

/** Gives each word a name of its own, `waa` to `wzz`, by which it is found again. */
function nameWords(parts: readonly string[]): string[] {
  let count = 0
  return parts.map((part) =>
    part.replace(/(?<![A-Z])W(?![A-Z])/g, () => {
      const letters = [Math.floor(count / 26) % 26, count % 26].map((index) =>
        String.fromCharCode(97 + index),
      )
      count += 1
      return `W${letters.join('')}w`
    }),
  )
}
