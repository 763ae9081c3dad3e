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
    const validate = (key: string): string | undefined => {
      const record = Object.hasOwn(settings.sponsors, key) ? settings.sponsors[key] : undefined
      return record && validateFlight(key, record, matter)
    }
    const inMasthead = masthead && matter.sponsor !== undefined ? validate(matter.sponsor) : undefined
    if (inMasthead) report(inMasthead, { at: entry('sponsor') })
    for (const { node, block } of findBlocks('sponsor', tree)) {
      const { id } = block.attributes
      const reason = typeof id === 'string' ? validate(id) : undefined
      // A sponsor in both places is reported once.
      if (reason && reason !== inMasthead) report(reason, { at: attributePlace(node, 'id', String(file)) })
    }
  },
})
