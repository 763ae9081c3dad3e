import { defineConfig, defineTarget } from 'issuepress'

const postbox = defineTarget({
  title: 'Postbox',
  dialects: [
    {
      open: '<<',
      close: '>>',
      logic: { if: /^IF\b/, else: /^ELSE$/, end: /^END$/ },
      fallback: [/\|(.*)>>$/],
    },
  ],
  names: {
    unsubscribe_url: '<<UNSUBSCRIBE>>',
    email: '<<EMAIL>>',
    first_name: { tag: '<<NAME>>', fallback: (words) => `<<NAME|${words}>>` },
  },
  requires: [
    {
      tag: '<<UNSUBSCRIBE>>',
      pattern: /<<UNSUBSCRIBE>>/,
      where: 'html',
      level: 'error',
      note: 'Postbox refuses an email without it. Link to `merge:unsubscribe_url`.',
      proof: 'documented',
    },
  ],
})

export default defineConfig({
  name: 'The Tea Letter',
  postalAddress: '1 Kettle Street, Port Meridian 00912',
  target: 'postbox',
  targets: { postbox },
})
