import { expect, test } from 'vitest'
import { createArchive } from '../../src/blocks/archive.ts'

const dates: Record<string, string | null> = {
  undated: null,
  'day-before': '2026-01-03',
  morning: '2026-01-04T08:00',
  'an-hour-later-by-name-first': '2026-01-04T09:00',
  'evening-elsewhere': '2026-01-04T20:00+14:00',
  'without-a-time': '2026-01-04',
  'day-after': '2026-01-05',
}

const archive = Object.entries(dates).map(([slug, date]) => ({
  path: `issues/${slug}.md`,
  slug,
  title: slug,
  date,
  tags: ['tea'],
}))

test('an issue without a date is found only by its name', () => {
  const self = { path: 'issues/day-after.md', date: '2026-01-05' }
  const find = createArchive(archive)
  expect(find({ ...self, slugs: ['undated'] })).toMatchObject([{ slug: 'undated' }])
  expect(find(self).map(({ slug }) => slug)).not.toContain('undated')
  expect(find({ ...self, tag: 'tea' }).map(({ slug }) => slug)).not.toContain('undated')
})

test.each([{}, { tag: 'tea' }])('an issue of the same day is earlier only by its time: %o', (query) => {
  const findEarlier = (slug: string) =>
    createArchive(archive)({ path: `issues/${slug}.md`, date: dates[slug] ?? null, ...query }).map(
      (issue) => issue.slug,
    )
  expect(findEarlier('morning')).toEqual(['evening-elsewhere', 'without-a-time', 'day-before'])
  expect(findEarlier('an-hour-later-by-name-first')).toContain('morning')
  expect(findEarlier('day-before')).toEqual([])
  expect(findEarlier('undated')).toEqual([])
})
