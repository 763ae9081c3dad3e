/** The bundle in `lib/` changes LiquidJS, so that it renders as the original does is tested here. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as sources from '../../src/index.ts'

const root = join(import.meta.dirname, 'bundled')
const names = readdirSync(join(root, 'templates/bundled/partials'))

const variables = {
  name: 'Ada',
  posts: [
    { title: 'One', kind: 'news', count: 1 },
    { title: 'Two', kind: 'essay', count: 2 },
    { title: 'Three', kind: 'news', count: 3 },
  ],
  tags: ['new', 'Old', 'new', null],
  labels: { first: 'a', second: 'b' },
  key: 'second',
  empty_list: [],
  blank_text: ' ',
  none: null,
}

type Library = Pick<typeof sources, 'loadTemplates' | 'createThemes' | 'resolveSettings'>

/** Renders a file; a mistake is described, with the place on which it is reported. */
function render(library: Library, path: string): string {
  const theme = library.createThemes(library.loadTemplates(root), library.resolveSettings({})).get('bundled')
  try {
    // `increment` writes into the variables.
    return theme?.render(path, structuredClone(variables)) ?? 'no template'
  } catch (error) {
    const messages = [...(theme?.files.values() ?? [])].flatMap((file) => file.messages.map(String))
    return [String(error), ...messages].join('\n')
  }
}

describe('the bundled LiquidJS renders as the original', () => {
  let bundle: Library
  beforeAll(async () => {
    bundle = await import('../../lib/index.js' as string)
  })

  test.each(names)('%s', async (name) => {
    const expected = render(sources, `partials/${name}`)
    await expect(expected).toMatchFileSnapshot(join(root, 'rendered', name))
    expect(render(bundle, `partials/${name}`)).toBe(expected)
  })
})
