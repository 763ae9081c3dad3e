import { attributePlace } from '../blocks/opening-line.ts'
import { validateFlight } from '../sponsors/validate-flight.ts'
import { defineCheck } from './check.ts'
import { findBlocks } from './readers/find-blocks.ts'

export const sponsorFlight = defineCheck({
  name: 'sponsor-flight',
  summary: 'A sponsor appears only in the issues that it has booked.',
  note: 'The booking is in the config or in `sponsors.yml`: the days `from` and `until`, or a list of `issues`. Correct it there, or remove the sponsor from this issue. `issue sponsors` prints the schedule.',
  level: 'error',
  run({ tree, file, masthead, matter, settings, entry }, report) {
    const hold = (key: string): string | undefined => {
      const record = Object.hasOwn(settings.sponsors, key) ? settings.sponsors[key] : undefined
      return record && validateFlight(key, record, matter)
    }
    const inMasthead = masthead && matter.sponsor !== undefined ? hold(matter.sponsor) : undefined
    if (inMasthead) report(inMasthead, { at: entry('sponsor') })
    for (const { node, block } of findBlocks('sponsor', tree)) {
      const { id } = block.attributes
      const problem = typeof id === 'string' ? hold(id) : undefined
      // One booking is one message.
      if (problem && problem !== inMasthead) report(problem, { at: attributePlace(node, 'id', String(file)) })
    }
  },
})
