/** `issue watch` begins with what the last build has left in the cache; with a preview, it renders what a page shows. */
import { expect, test } from 'vitest'
import { type WatchOptions, watch } from '../../src/watch.ts'
import { copyNewsletter, type Newsletter } from './open-newsletter.ts'

/** The issues that the first build of a watch renders; the drafts are always among them. */
async function watchOnce(newsletter: Newsletter, options: Partial<WatchOptions> = {}): Promise<string[]> {
  const end = new AbortController()
  let rendered: string[] = []
  await watch({
    root: newsletter.root,
    cache: { folder: newsletter.folder, installation: 'this one' },
    signal: end.signal,
    now: Date.now,
    onBuilt(build) {
      rendered = build.rendered
      end.abort()
    },
    onError(message) {
      throw new Error(message)
    },
    ...options,
  })
  return rendered
}

test('issues that were built before are not rendered, unless they have to be shown', async () => {
  const newsletter = copyNewsletter()
  for (const name of ['links', 'mistakes', 'parts', 'pictures', 'plain', 'poll', 'sponsored', 'draft'])
    newsletter.remove(`issues/${name}.md`)
  const { result } = await newsletter.build()
  expect(result.issues.map(({ source }) => source)).toEqual(['issues/clean.md', 'issues/missing-picture.md'])
  expect(await watchOnce(newsletter)).toEqual([])
  newsletter.edit('issues/clean.md', 'Three owls, a fox, and', 'Two owls, a fox, and')
  expect(await watchOnce(newsletter)).toEqual(['issues/clean.md'])
  // The build after it has it from the watch.
  expect((await newsletter.build()).rendered).toEqual([])
  expect(await watchOnce(newsletter, { onRendered: () => {} })).toHaveLength(2)
})

test('with a preview, what was built before is restored, and rendered when a page shows it', async () => {
  const newsletter = copyNewsletter()
  await newsletter.build()
  const [events, end] = [[] as string[], new AbortController()]
  const shown = new Set(['issues/poll.md'])
  let [render, builds] = [(_: string) => {}, 0]
  await watch({
    root: newsletter.root,
    cache: { folder: newsletter.folder, installation: 'this one' },
    signal: end.signal,
    now: Date.now,
    isShown: (path) => shown.has(path),
    onReady(renderIssue) {
      render = renderIssue
    },
    onRestored({ built, issueFile }) {
      const { errors, warnings } = built.messages
      // The messages are there as if it had been built.
      expect(issueFile.file.messages).toHaveLength(errors + warnings)
      events.push(`restored ${built.source}`)
    },
    onRendered: ({ built }) => void events.push(`rendered ${built.source}`),
    onBuilt({ rendered, result }) {
      events.push(`built ${rendered.join()}`)
      expect(result.issues).toHaveLength(9)
      builds += 1
      if (builds === 1) {
        shown.add('issues/links.md')
        render('issues/poll.md')
        render('issues/links.md')
      } else if (builds === 2)
        newsletter.edit('issues/clean.md', 'Three owls, a fox, and', 'Two owls, a fox, and')
      else end.abort()
    },
    onError(message) {
      throw new Error(message)
    },
  })
  const first = events.slice(
    0,
    events.findIndex((event) => event.startsWith('built')),
  )
  expect(first.filter((event) => event.startsWith('rendered'))).toEqual([
    'rendered issues/poll.md',
    'rendered issues/draft.md',
  ])
  expect(first.filter((event) => event.startsWith('restored'))).toHaveLength(8)
  expect(events.slice(first.length + 1)).toEqual([
    'rendered issues/links.md',
    'built issues/links.md',
    'rendered issues/clean.md',
    'built issues/clean.md',
  ])
})
