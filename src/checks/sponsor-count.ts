import { openingLine } from '../blocks/opening-line.ts'
import type { At } from './check.ts'
import { defineCheck } from './check.ts'
import { findBlocks } from './readers/find-blocks.ts'

export const sponsorCount = defineCheck({
  name: 'sponsor-count',
  summary: 'An issue has at most `max` sponsors.',
  note: 'Each further sponsor makes the others worth less. The usual places are the masthead, a block after the opening and one further down. How many you sell is your decision: set `sponsors: { max: 2 }` in the config. A sponsor in the masthead and in a block counts once.',
  level: 'warning',
  options: { max: 3 },
  run({ tree, file, masthead, entry }, report, { max }) {
    const places = new Map<string, At>()
    const add = (name: unknown, at: At) => {
      const key = String(name ?? '')
        .trim()
        .toLowerCase()
      if (key !== '' && !places.has(key)) places.set(key, at)
    }
    if (masthead) add(masthead.name, entry('sponsor'))
    for (const { node, block } of findBlocks('sponsor', tree))
      add(block.attributes.name ?? block.attributes.id, openingLine(node, String(file)))
    const at = [...places.values()][max]
    if (places.size > max)
      report(`Unexpected number of sponsors: ${places.size}, expected at most ${max}`, { at })
  },
})
