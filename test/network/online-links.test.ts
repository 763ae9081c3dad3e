/** Which links of an issue are requested over the network. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { defineCheck } from '../../src/checks/check.ts'
import { extractOnlineLinks, type OnlineLink } from '../../src/checks/extract-online-links.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { createThemes } from '../../src/theme/themes.ts'

async function collect(markdown: string, config = 'name: N'): Promise<string[]> {
  const settings = resolveSettings(validateConfigText(new VFile({ path: 'issue.config.yml', value: config })))
  const file = new VFile({ path: 'issues/own.md', value: `---\ntitle: T\n---\n\n${markdown}` })
  let links: OnlineLink[] = []
  const spy = defineCheck({
    name: 'spy-links',
    summary: '',
    note: '',
    level: 'warning',
    run: (subject) => {
      links = extractOnlineLinks(subject)
    },
  })
  await render(file, { settings, themes: createThemes(loadTemplates(), settings), checks: [spy] })
  return links.map(({ url, level, at }) => `${at.position?.start.line} ${level} ${url}`)
}

test('those of the web, at their places', async () => {
  const markdown = `[One](https://a.org/1) [mail](mailto:a@b.org) [here](#x) [two](http://b.org/#part)

::button[Three]{url="https://c.org/"}

<a href="https://d.org/">Four</a>
`
  expect(await collect(markdown)).toEqual([
    '5 error https://a.org/1',
    '5 error http://b.org/#part',
    '7 error https://c.org/',
    '9 error https://d.org/',
  ])
})

test('none that the provider fills in, no vote, and not the page that is not there yet', async () => {
  const markdown = `[Tag]({{ web_url }}) [part](https://a.org/?u={{ email }}) [self](own.md) [other](/other/)

:::poll
How was it?

- [Good](https://a.org/vote/good)
- Bad
:::
`
  const config = 'name: N\nurl: https://news.a.org\npolls: { url: "https://a.org/vote?o={option}&i={issue}" }'
  const requested = await collect(markdown, config)
  expect(requested.filter((line) => !/ https:\/\/news\.a\.org$/.test(line))).toEqual([
    '5 error https://news.a.org/other/',
  ])
})

test('as the config and the comments in the Markdown say', async () => {
  const markdown = `[One](https://a.org/1) and [allowed](https://www.b.org/)

<!-- issue-disable-next-line link-online -->
[Two](https://a.org/2)
`
  const options = (setting: string) => `name: N\nchecks: { link-online: ${setting} }`
  expect(await collect(markdown, options('[warning, { allow: [b.org] }]'))).toEqual([
    '5 warning https://a.org/1',
  ])
  expect(await collect(markdown, options('off'))).toEqual([])
})

test('without campaign parameters, which would count the request as a visit', async () => {
  const markdown = `[Own](https://a.org/1?b=2#c) [written](https://b.org/?utm_source=x&q=%20&UTM_Term=y&utm_id)
[not a campaign](https://c.org/?utmost=1&my_utm_source=2) [bare](https://d.org/?utm_source=x)
[signed](https://e.org/f?utm_source=x&X-Amz-Signature=abc)
`
  const config = 'name: N\nutm: { source: news, medium: email }'
  expect((await collect(markdown, config)).map((line) => line.split(' ')[2])).toEqual([
    'https://a.org/1?b=2#c',
    'https://b.org/?q=%20',
    'https://c.org/?utmost=1&my_utm_source=2',
    'https://d.org/',
    'https://e.org/f?utm_source=x&X-Amz-Signature=abc',
  ])
})
