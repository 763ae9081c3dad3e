/** What a test send shows of an issue about templates: its samples as they were written, its own tags filled in. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { createMail } from '../../src/mail/create-mail.ts'
import { render } from '../../src/render/render.ts'
import { createTestMail } from '../../src/send/create-test-mail.ts'
import { createSampleLiterals } from '../../src/send/sample-literals.ts'
import { defaultSettings } from '../../src/settings.ts'
import { targetNames, targets } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'

const samples = [
  '{{ user.name }} {% if vip %}Hi{% else %}Ho{% endif %} <% x %>',
  '{% raw %}a{{ b }}{% endraw %} \\{{ c }} {{{ d }}} {{ "{{" }}',
  '*|IF:X|*shown*|ELSE:|*hidden*|END:IF|* %recipient.name% {$name} [[firstname]]',
  '[unsubscribe] {first_name, "there"} {contact.firstName} <unsubscribe>out</unsubscribe>',
]

const body = [
  ...['```', ...samples, '```', ''],
  ...samples.flatMap((sample) => [`\`${sample}\``, '']),
  'Between `{{` and `}}`, `{%` and `%}`, `*|` and `|*`: no tag. \\{{ this }} is [of nobody](merge:email).',
].join('\n')

const settings = {
  ...defaultSettings,
  name: 'The Test',
  url: 'https://test.news',
  postalAddress: '1 Lane',
  from: { email: 'ada@example.com' },
}

async function send(target: string) {
  const file = new VFile({ path: 'issues/one.md', value: `---\ntitle: One\n---\n\n${body}\n` })
  const chosen = { ...settings, target, targets: [target] }
  const themes = createThemes(loadTemplates(), chosen)
  const literals = createSampleLiterals(targets[target])
  const mail = createMail(await render(file, { settings: chosen, themes, checks: [], literals }), chosen)
  if (!mail) throw new Error('There is a sender')
  const more = { webUrl: undefined, data: {}, asIs: false, date: '', now: 0 }
  return createTestMail(mail, { email: 'bob@example.com' }, { settings: chosen, ...more })
}

function toWords(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>|<(?!%)[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

test.each(targetNames)('for %s', async (target) => {
  const { mail, unknown } = await send(target)
  expect([...unknown]).toEqual([])
  for (const part of [mail.text, toWords(mail.html)]) {
    const line = part.replaceAll('`', '').replace(/\s+/g, ' ')
    for (const sample of samples) expect(line).toContain(sample)
    expect(line).toContain('Between {{ and }}, {% and %}, *| and |*: no tag.')
    expect(line).toContain('{{ this }} is bob@example.com.')
    expect(part).not.toMatch(/[\ue000-\uf8ff]/)
  }
})
