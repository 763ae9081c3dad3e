/** `issue watch` without a preview begins with what the last build has left in the cache. */
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
