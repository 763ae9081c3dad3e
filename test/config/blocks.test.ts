import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defineBlock } from '../../src/blocks/define-block.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'

const rsvp = defineBlock({
  name: 'rsvp',
  spec: { label: 'required', attributes: { by: { type: 'text', required: true } } },
  resolve: ({ attributes }) => ({ deadline: attributes.by.slice(0, 10) }),
})

/** The messages on a config's `blocks`: `severity reason`. */
function validate(blocks: unknown) {
  const file = new VFile({ path: 'issue.config.ts' })
  const config = validateConfigValue({ blocks }, file, { blocks: ['poll', 'sponsor'] })
  const reasons = file.messages.map(({ fatal, reason }) => `${fatal ? 'error' : 'warning'} ${reason}`)
  return { config, reasons, notes: file.messages.map(({ note }) => note) }
}

test('definitions are the same objects in the settings, so that what they resolve has its type', () => {
  class Countdown {
    name = 'countdown'
    days = 3
    resolve() {
      return { days: this.days }
    }
  }
  const countdown = new Countdown()
  const { config, reasons } = validate({ rsvp, countdown })
  expect(reasons).toEqual([])
  const { blocks } = resolveSettings(config)
  expect(blocks.rsvp).toBe(rsvp)
  expect(blocks.countdown).toBe(countdown)
})

describe('errors name the block and what is wrong with it', () => {
  test.each<[string, unknown, string]>([
    ['no definition', 'rsvp', 'error Unexpected `blocks.rsvp`, expected what `defineBlock` takes'],
    ['no name', { ...rsvp, name: undefined }, 'error Missing `name` in the block `rsvp`, expected `rsvp`'],
    [
      'another name',
      { ...rsvp, name: 'party' },
      'error Unexpected name `party` in the block `rsvp`, expected `rsvp`, as the config calls it',
    ],
    [
      'no function',
      { ...rsvp, resolve: undefined },
      'error Missing `resolve` in the block `rsvp`, expected a function',
    ],
    [
      'something else than a function',
      { ...rsvp, resolve: 'x' },
      'error Unexpected `resolve` in the block `rsvp`, expected a function',
    ],
    [
      'a wrong word in its spec',
      { ...rsvp, spec: { label: 'yes' } },
      'error Unexpected `yes` in `spec.label` of the block `rsvp`, expected `none`, `optional` or `required`',
    ],
    [
      'a wrong type of an attribute',
      { ...rsvp, spec: { attributes: { by: { type: 'date' } } } },
      'error Unexpected `date` in `spec.attributes.by.type` of the block `rsvp`, expected `text`, `url`, `image`, `number`, `boolean` or `list`',
    ],
    [
      'a misspelt field',
      { name: 'rsvp', resolve: rsvp.resolve, spek: {} },
      'warning Unexpected `spek` in the block `rsvp`, expected `spec`',
    ],
    [
      'a misspelt field of its spec',
      { ...rsvp, spec: { atributes: {} } },
      'warning Unexpected `spec.atributes` in the block `rsvp`, expected `attributes`',
    ],
  ])('%s', (_, definition, expected) => {
    expect(validate({ rsvp: definition }).reasons).toEqual([expected])
  })

  test('a name that no directive and no rule can have', () => {
    expect(validate({ 'R.S.V.P.': { ...rsvp, name: 'R.S.V.P.' } }).reasons).toEqual([
      'error Unexpected name `R.S.V.P.` of a block, expected small letters and hyphens, such as `poll-results`',
    ])
  })

  test('the name of a shipped block that others rely on', () => {
    const { config, reasons } = validate({ poll: { ...rsvp, name: 'poll' } })
    expect(reasons).toEqual([
      'error Unexpected block `poll` in `blocks`, expected a name that no shipped block with behaviour has',
    ])
    expect(config.blocks).toEqual({})
  })

  test('a list', () => {
    expect(validate([rsvp]).reasons).toEqual(['error Unexpected list in `blocks`, expected a map of blocks'])
  })

  test('notes explain what to write', () => {
    expect(validate({ rsvp: { name: 'rsvp' } }).notes).toEqual([
      'A block with behaviour is what `defineBlock` takes: `name`, `resolve` and, unless its template has them in its head, `spec`.',
    ])
  })
})

test('a config in YAML has no functions', () => {
  const file = new VFile({ path: 'issue.config.yml', value: 'name: News\nblocks:\n  rsvp: {}\n' })
  expect(validateConfigText(file)).toEqual({ name: 'News' })
  expect(file.messages).toMatchObject([
    {
      line: 2,
      fatal: true,
      reason: 'Unexpected `blocks` in the config, expected it in a config in JavaScript or TypeScript',
      note: expect.stringContaining('only its template: `templates/<template>/blocks/<name>.html`'),
    },
  ])
})
