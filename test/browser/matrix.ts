/** What the matrix in docs/templates.md is made of: pages with one thing only, and the table of what came of them. */

/** Words to fill a page with. */
interface Words {
  lang: string
  text: string
  short: string
  name: string
  one: string
  two: string
}

export const english: Words = {
  lang: 'en',
  text: 'Words that are enough to fill more than a line of any telephone, as those of a newsletter do.',
  short: 'A few words',
  name: 'Ada Lovelace',
  one: 'The first of them',
  two: 'The second of them',
}

export const arabic: Words = {
  lang: 'ar',
  text: 'كلمات تكفي لملء أكثر من سطر واحد على شاشة أي هاتف، كما تفعل كلمات النشرات البريدية عادة.',
  short: 'بضع كلمات',
  name: 'آدا لوفلايس',
  one: 'الأول من بينها',
  two: 'الثاني من بينها',
}

const address =
  'https://example.com/a/very/long/path/without/any/place/to/break/at/all/in/it/ItGoesOnAndOnAndOn'
const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** The Markdown of a page for each block that ships, under its name. */
export const blocks: Record<string, (words: Words) => string> = {
  author: ({ text, short, name }) =>
    `:::author{name="${name}" role="${short}" avatar="small.png" url="https://example.com/ada"}\n${text}\n:::`,
  button: ({ text }) => `::button[${text}]{url="https://example.com/go" align="center"}`,
  chart: ({ text, short, one, two }) =>
    `:::chart[${short}]{unit="${word}"}\n- ${one}: 1204.5\n- ${two}: -3\n\n${text}\n:::\n\n:::chart[${text}]{type="columns" unit="EUR"}\n- A: 12\n- B: -4\n- C: 9\n:::`,
  callout: ({ text, short }) =>
    `:::callout[${short}]{tone="warning"}\n${text}\n:::\n\n:::callout{tone="tip"}\n${word}\n:::\n\n> [!CAUTION]\n> ${text}`,
  card: ({ text, short, name, one }) =>
    `:::card[${one}]{url="https://example.com/card" source="${name}" minutes=12 image="small.png"}\n${text}\n:::\n\n:::card[${text}]{url="https://example.com/above" source="${name}" image="wide.png" alt="${short}" layout="above"}\n${word}\n:::`,
  columns: ({ text, short, one, two }) =>
    `:::columns\n![${short}](wide.png)\n\n${text}\n\n---\n\n### ${one}\n\n- ${two}\n- ${word}\n:::\n\n::::columns\n${text}\n\n---\n\n:::callout\n${short}\n:::\n\n---\n\n${two}\n::::`,
  cta: ({ text, short }) =>
    `:::cta[${short}]{url="https://example.com/plus"}\n${text}\n:::\n\n::cta[${text}]{url="https://example.com/donate" kind="donate" button="${text}"}`,
  figure: ({ text, short }) =>
    `:::figure{src="wide.png" alt="${short}" url="https://example.com/chart"}\n${text}\n:::`,
  hero: ({ text, short, one }) =>
    `:::hero[${short}]{image="wide.png" alt="${one}" url="https://example.com/hero" button="${short}"}\n${text}\n:::`,
  event: ({ text, short, one }) =>
    `:::event[${short}]{start="2124-02-05T19:00" end="2124-02-05T21:00" timezone="America/New_York" place="${one}, ${word}" url="https://example.com/event"}\n${text}\n:::\n\n::event[${text}]{start="2124-02-05"}`,
  include: ({ lang }) => `::include{file="parts/${lang}.md"}`,
  only: ({ text }) => `:::only{in="email"}\n${text}\n:::`,
  poll: ({ text, one, two }) => `:::poll{#feedback}\n${text}\n\n- ⭐⭐⭐ ${one}, ${text}\n- ${two}\n:::`,
  'poll-results': ({ text }) => `:::poll-results{from="sink#feedback"}\n${text}\n:::`,
  product: ({ text, short, one, two }) =>
    `:::product[${one}]{url="https://example.com/pot" button="${short}" price="49 €" was="65 €" image="small.png" alt="${two}"}\n${text}\n:::`,
  quote: ({ text, short, name }) =>
    `:::quote{by="${name}" source="${short}" url="https://example.com/notes"}\n${text}\n:::`,
  related: ({ short }) => `::related[${short}]{issues="everything arabic"}`,
  share: ({ text, short }) => `:::share[${short}]{via="email bluesky mastodon linkedin"}\n${text}\n:::`,
  social: ({ text }) =>
    `${text}\n\n::social{website="https://example.com" mastodon="https://example.com/m" bluesky="https://example.com/b" linkedin="https://example.com/l" youtube="https://example.com/y" instagram="https://example.com/i" github="https://example.com/g" rss="https://example.com/r" email="mailto:ada@example.com"}\n\n${text}`,
  spacer: ({ text }) => `${text}\n\n::spacer{size=40}\n\n${text}`,
  stat: ({ text, short, one }) =>
    `:::stat[${short}]{value=1234567890.25 unit="EUR" delta="-4.2 %" since="${one}"}\n${text}\n:::\n\n::stat[${text}]{value="${short}"}`,
  toc: ({ text, short, one, two }) =>
    `::toc{depth=2}\n\n## ${short}\n\n### ${one}\n\n${text}\n\n## ${text} ${two}`,
  sponsor: ({ text, short, one }) =>
    `:::sponsor{#acme logo="small.png"}\n## ${short}\n\n${text} [${one}](https://acme.example.com/offer)\n:::`,
  video: ({ text, short }) =>
    `:::video[${short}]{url="https://example.com/video" image="wide.png"}\n${text}\n:::`,
}

/** The same for what Markdown has. */
export const constructs: Record<string, (words: Words) => string> = {
  'text, links': ({ text, one, two }) =>
    `${text} **${one}**, *${two}*, [${one}](https://example.com/one) ~~${two}~~[^1] ${address}\n\n${word}\n\n[^1]: ${text}`,
  headings: ({ short, one, two, text }) => `## ${short}\n\n${text}\n\n### ${one}\n\n#### ${two}\n\n${text}`,
  lists: ({ text, one, two }) =>
    `- ${text}\n  1. ${one}\n     - ${word}\n- ${two}\n\n1) ${one}\n2) ${address}\n\n- [x] ${one}\n- [ ] ${text}`,
  quotation: ({ text, one }) => `> ${text}\n>\n> > ${word}\n>\n> - ${one}`,
  table: ({ text, short, one, two }) =>
    `| ${short} | ${one} | ${two} | ${short} |\n| --- | :---: | ---: | --- |\n| ${text} | 1,234.56 | ${address} | ${word} |\n| ${one} | 2 | 3 | 4 |`,
  code: ({ text }) =>
    `${text} \`npm install --save-dev issuepress@latest --and-something-longer\`\n\n\`\`\`js\nconst answer = await fetch('${address}') // 42\n\`\`\`\n\n    plain = "${word}"`,
  picture: ({ text, short }) => `![${short}](wide.png "${text}")\n\n${text} ![${short}](small.png) ${text}`,
  divider: ({ text }) => `${text}\n\n---\n\n${text}`,
}

export const conditions = [
  'light',
  'dark',
  'no styles',
  'images blocked',
  '320',
  '375',
  '640',
  'right to left',
] as const

export type Condition = (typeof conditions)[number]

/** What was found to be wrong with the page of one block or construct, for each condition; nothing, when all is well. */
export type Results = Record<string, Partial<Record<Condition, string[]>>>

/** The results as a table in Markdown. */
export function toMatrix(results: Results): string {
  const heads = conditions.map((condition) => (/^\d+$/.test(condition) ? `${condition} px` : condition))
  const rows = Object.entries(results).map(([name, found]) => {
    const cells = conditions.map((condition) => {
      const faults = found[condition]
      if (!faults) return '?'
      return faults.length === 0 ? '✓' : `✗ ${faults.length}`
    })
    return [name in blocks ? `\`${name}\`` : name, ...cells]
  })
  const lines = [['', ...heads], ['---', ...heads.map(() => ':-:')], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
