import { defineConfig, defineTarget } from 'issuepress'

const mine = defineTarget({
  title: 'Minemail',
  dialects: [
    {
      open: '<<',
      close: '>>',
      logic: { if: /^IF\b/, else: /^ELSE$/, end: /^END$/ },
      fallback: [/\|(.*)>>$/],
    },
  ],
  names: {
    unsubscribe_url: '<<OUT>>',
    first_name: { tag: '<<NAME>>', fallback: (words) => `<<NAME|${words}>>` },
    email: '<<MAIL>>',
  },
  requires: [
    {
      tag: '<<OUT>>',
      pattern: /<<OUT>>/,
      where: 'html',
      level: 'error',
      note: 'Minemail wants it.',
      proof: 'documented',
    },
  ],
})

export default defineConfig({
  name: 'The Test',
  from: 'Ada <ada@example.com>',
  url: 'https://news.example',
  postalAddress: '1 Lane',
  target: 'mine',
  targets: { mine },
})
