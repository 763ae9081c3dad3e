/** Sponsors, config and standard input with the line ends of Windows, and with a byte order mark. */
import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks } from './newsletter.ts'

const issue = `---
subject: Sora
sponsor: acme
date: 2024-11-28
---

# Sora

:::sponsor{#globex}
Two words,
three words.
:::

\`\`\`
code

more
\`\`\`
`

const files = {
  'issues/2024-11-28-sora.md': issue,
  'issue.config.yml': `name: The Letter\nlist:\n  id: news.example.com\nchecks: ${noChecks}\n`,
  'sponsors.yml': `acme:
  name: Acme
  url: https://acme.example
  cta: >-
    Anvils,
    and more
  issues:
    - 2024-11-28-sora
globex:
  name: Globex
  url: https://globex.example
`,
}

const variants: [string, (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['CR', (text) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['CRLF and a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
]

async function buildWith(change: (text: string) => string) {
  const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]))
  const newsletter = makeNewsletter(changed)
  const schedule = await newsletter.issue('sponsors')
  const piped = await newsletter.pipe(change(`${issue}\n[nothing]()\n`), 'check', '-')
  const built = await newsletter.issue('build')
  return { built, schedule, piped, files: newsletter.hash('dist') }
}

describe('a newsletter', () => {
  test.each(variants)('with %s gives the same bytes and messages', async (_, change) => {
    const usual = await buildWith((text) => text)
    expect(usual.files.length).toBeGreaterThan(0)
    expect(usual.built).toMatchObject({ code: 0 })
    expect(usual.schedule.stdout).toContain('acme')
    expect(await buildWith(change)).toEqual(usual)
  })
})
