import { defineBlock } from '../../../src/blocks/define-block.ts'
import { defineConfig } from '../../../src/config/define-config.ts'

/** An invitation; its spec is here, so that `attributes` has types. */
const rsvp = defineBlock({
  name: 'rsvp',
  spec: {
    description: 'An invitation with a day to answer by.',
    label: 'required',
    body: 'optional',
    items: { min: 1, max: 3 },
    attributes: {
      by: { required: true, description: 'the last day to answer, `2024-12-05`' },
      to: { type: 'url', required: true },
      map: { description: 'a picture of the way' },
    },
  },
  resolve({ attributes, label, items }, { matter, report, resolveAddress, readImage, restore, formatWords }) {
    const { by, map } = attributes
    const deadline = new Date(`${by}T00:00:00Z`)
    if (Number.isNaN(deadline.getTime())) {
      report(`Unexpected day \`${by}\`, expected one such as \`2024-12-05\``, { at: 'by', aspect: 'date' })
      return undefined
    }
    if (matter.date && by <= matter.date)
      report(`Unexpected deadline \`${by}\`, expected a day after the issue’s, \`${matter.date}\``, {
        at: 'by',
        aspect: 'date',
        note: 'Readers get the issue on its day at the earliest.',
      })
    if (restore(formatWords(label ?? [])).endsWith('?'))
      report('Unexpected question in an invitation', { at: label?.[0], severity: 'warning' })
    for (const item of items) item.url ??= resolveAddress(`/rsvp/${item.id}`)
    const format = new Intl.DateTimeFormat(matter.lang, { dateStyle: 'full', timeZone: 'UTC' })
    return {
      deadline_text: format.format(deadline),
      picture: map === null ? null : readImage(map, 'map'),
    }
  },
})

/** Its spec is in the head of its template. */
const countdown = defineBlock({
  name: 'countdown',
  resolve({ attributes: { days } }) {
    if (days === 1) throw new Error('one day is no countdown')
    return { numbers: Array.from({ length: Number(days) }, (_, index) => Number(days) - index) }
  },
})

/** Its spec is in both places. */
const twice = defineBlock({ name: 'twice', spec: { label: 'optional' }, resolve: () => undefined })

/** What `defineBlock` would not let through. */
const untyped = (name: string, resolve: () => unknown) => ({ name, resolve: resolve as () => object })

export default defineConfig({
  url: 'https://news.example.com',
  blocks: {
    rsvp,
    countdown,
    twice,
    late: untyped('late', async () => ({})),
    clash: untyped('clash', () => ({ items: [] })),
    list: untyped('list', () => ['a']),
    bare: untyped('bare', () => ({})),
  },
})
