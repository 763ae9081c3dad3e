import { defineBlock, defineConfig } from 'issuepress'

const rsvp = defineBlock({
  name: 'rsvp',
  spec: {
    description: 'A day to meet.',
    label: 'required',
    body: 'optional',
    attributes: {
      date: { required: true, description: 'the day, `2026-02-05`' },
      url: { type: 'url', required: true, description: 'where to sign up' },
    },
  },
  resolve({ attributes: { date } }, { matter, report }) {
    const day = new Date(date)
    if (Number.isNaN(day.getTime())) {
      report(`Unexpected date \`${date}\`, expected one such as \`2026-02-05\``, {
        at: 'date',
        aspect: 'date',
      })
      return undefined
    }
    if (matter.date && date <= matter.date)
      report(`Unexpected date \`${date}\`, expected one after the issue’s, \`${matter.date}\``, {
        at: 'date',
        aspect: 'date',
        note: 'Nobody can come to an event that is over. Correct one of the two dates.',
      })
    const format = new Intl.DateTimeFormat(matter.lang, { dateStyle: 'full', timeZone: 'UTC' })
    return { day: format.format(day) }
  },
})

export default defineConfig({
  name: 'The Tea Letter',
  url: 'https://tealetter.example.com',
  postalAddress: '1 Kettle Street, Port Meridian 00912',
  blocks: { rsvp },
})
