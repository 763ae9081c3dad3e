/** What `markdown-leftover` accepts, and which of its marks are tags that `merge-tag` reports. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { markdownLeftover } from '../../src/checks/markdown-leftover.ts'
import { mergeTag } from '../../src/checks/merge-tag.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

/** Renders Markdown for a target and runs both checks; returns `rule reason`. */
async function runChecks(markdown: string, changed: Partial<Settings> = {}): Promise<string[]> {
  const settings = { ...defaultSettings, target: 'mailchimp', ...changed }
  const file = new VFile({ path: 'issues/a.md', value: `# Title\n\n${markdown}\n` })
  const themes = createThemes(loadTemplates(), settings)
  await render(file, { settings, themes, checks: [markdownLeftover, mergeTag] })
  return file.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)
}

const markdown = 'It is :tada: and :heart:, ==this== and ==that==.'

test.each([
  [['emoji'], ['Unexpected `==this==`, expected `**this**`', 'Unexpected `==that==`, expected `**that**`']],
  [
    [':heart:', '==this=='],
    ['Unexpected `:tada:`, expected the emoji itself', 'Unexpected `==that==`, expected `**that**`'],
  ],
  [['emoji', 'highlight'], []],
])('accepts %j', async (allow, reasons) => {
  const messages = await runChecks(markdown, { checks: { 'markdown-leftover': ['error', { allow }] } })
  expect(messages).toEqual(reasons.map((reason) => `markdown-leftover ${reason}`))
})

test.each([
  '{{< youtube dQw4 >}}',
  '{{% note %}}',
  '{% include note.html %}',
  '{% post_url 2024-11-28-sora %}',
])('%s is reported once, where the target has no such tag', async (tag) => {
  const generator = tag.startsWith('{{') ? 'Hugo' : 'Jekyll'
  const reason = `merge-tag Unexpected \`${tag}\`, which is a tag of ${generator}`
  expect(await runChecks(`Here is ${tag} in a line.`)).toEqual([reason])
  expect(await runChecks(`Here is [a link](<${tag}>).`)).toEqual([reason])
  expect(await runChecks(`Here is \`${tag}\` in code.`)).toEqual([])
})

test.each([
  ['kit', '{% if subscriber.first_name %}you{% endif %} and {{ subscriber.first_name }}'],
  ['mailchimp', '*|FNAME|* and *|IF:FNAME|*you*|END:IF|*'],
  ['campaign-monitor', '[firstname,fallback=there] and <unsubscribe>out</unsubscribe>'],
  ['mailgun', '%recipient.first_name% and %unsubscribe_url%'],
  ['mailerlite', '{$name} and {$unsubscribe}'],
  ['ses', '{{name}} and {{{name}}}'],
])('the tags of %s are none', async (target, tags) => {
  expect(await runChecks(`Hello ${tags}.`, { target })).toEqual([])
})

test.each([
  ['Tea %%hidden%% at five.', {}, ['%%hidden%%']],
  ['Tea `%%hidden%%`, %%hidden words%%.', {}, ['%%hidden words%%']],
  ['Tea in %%city%%.', { merge: { fields: ['city'] } }, []],
  ['Hello %%First_Name%% in %%city%%.', {}, []],
  ['Hello %%emailaddr%%.', {}, []],
])('a comment of one word in %j with %j', async (text, changed, found) => {
  const reasons = found.map((each) => `markdown-leftover Unexpected \`${each}\`, expected \`<!-- … -->\``)
  expect(await runChecks(text, { target: 'generic', ...changed })).toEqual(reasons)
})
