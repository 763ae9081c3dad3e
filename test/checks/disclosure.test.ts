/** `sponsor-disclosure` where a sponsor's words are in the plaintext more than once, which needs more than one issue. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { sponsorDisclosure } from '../../src/checks/sponsor-disclosure.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

/**
 * Runs `sponsor-disclosure` on an issue.
 * @param blockText the template of sponsors in plaintext
 * @returns the reasons that it reports
 */
async function runCheck(markdown: string, blockText: string): Promise<string[]> {
  const templates = loadTemplates()
  templates.set('default/blocks/sponsor.txt', new VFile({ path: 'sponsor.txt', value: blockText }))
  const file = new VFile({ path: 'issues/a.md', value: `---\ntitle: T\n---\n\n${markdown}\n` })
  const themes = createThemes(templates, defaultSettings)
  await render(file, { settings: defaultSettings, themes, checks: [sponsorDisclosure] })
  return [file, ...templates.values()].flatMap(({ messages }) => messages.map(({ reason }) => reason))
}

const labelled = '--- {{ label }} ---\n\n{{ body }}\n'
const bare = '{{ body }}\n'
const labelledBut = (name: string) =>
  `{% if attributes.name != "${name}" %}--- {{ label }} ---\n\n{% endif %}{{ body }}\n`

const sponsor = (name: string, copy: string, label = '') =>
  `:::sponsor${label}{name="${name}" url="https://example.com/${name}"}\n${copy}\n:::\n\n`
const acme = sponsor('Acme', 'Anvils for everyone who has a cliff at hand.')
const other = sponsor('Other', 'Rockets, delivered by night to every canyon.')
const quote = 'They say “Anvils for everyone who has a cliff at hand”, and so do we.\n\n'
const otherQuote = 'They say “Rockets, delivered by night to every canyon”, and so do we.\n\n'
const missing = ['Missing label before the sponsor’s copy in the plaintext']

describe('a sponsor’s words, quoted elsewhere', () => {
  test.each([
    ['before', quote + acme],
    ['long before', `${quote}${'Some text in between. '.repeat(30)}\n\n${acme}`],
    ['before and after', quote + acme + quote],
    ['twice before', quote + quote + acme],
    ['before two sponsors', quote + otherQuote + acme + other],
    ['in the other order', otherQuote + quote + acme + other],
    ['between two sponsors', quote + acme + otherQuote + quote + other],
    ['of a sponsor that is not in the plaintext', `${quote}::::only{in=email}\n${acme}::::\n\n${other}`],
    [
      'of a sponsor with a plaintext of its own',
      `::::only{in=email}\n${acme}::::\n\n::::only{in=text}\n${acme}::::`,
    ],
  ])('%s: only the block needs a label', async (_, markdown) => {
    expect(await runCheck(markdown, labelled)).toEqual([])
    if (!markdown.includes('only{in=email}')) expect(await runCheck(markdown, bare)).toEqual(missing)
  })
})

describe('one of two sponsors lacks its label', () => {
  test.each([
    ['nothing quoted', acme + other],
    ['both quoted before', quote + otherQuote + acme + other],
    ['both quoted after', acme + other + quote + otherQuote],
    ['quoted behind the block of the other', acme + quote + other + otherQuote],
    ['the same words in both', acme + acme.replaceAll('Acme', 'Other')],
    ['the same words in both, and quoted', quote + acme + acme.replaceAll('Acme', 'Other') + quote],
  ])('%s', async (_, markdown) => {
    expect(await runCheck(markdown, labelled)).toEqual([])
    expect(await runCheck(markdown, labelledBut('Acme'))).toEqual(missing)
    expect(await runCheck(markdown, labelledBut('Other'))).toEqual(missing)
  })
})

test('a label within another word does not count', async () => {
  const ad = sponsor('Acme', 'Anvils for everyone who has a cliff at hand.', '[Ad]')
  const shadow = 'We read, made, had and adapted it already.\n\n'
  expect(await runCheck(shadow + ad, labelled)).toEqual([])
  expect(await runCheck(shadow + ad, bare)).toEqual(missing)
})

test.each(['広告', '광고', 'Anzeige von {{ sponsor.name }}', 'Реклама', 'إعلان'])(
  'the label `%s`',
  async (label) => {
    const markdown = quote + sponsor('Acme', 'Anvils for everyone who has a cliff at hand.', `[${label}]`)
    expect(await runCheck(markdown, labelled)).toEqual([])
    expect(await runCheck(markdown, bare)).toEqual(missing)
  },
)

test('a label within a sentence of a script without spaces counts', async () => {
  const markdown = quote + sponsor('Acme', 'Anvils for everyone who has a cliff at hand.', '[広告]')
  expect(await runCheck(markdown, 'これは{{ label }}です。\n\n{{ body }}\n')).toEqual([])
})
