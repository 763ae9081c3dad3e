import { defineCheck, defineConfig } from 'issuepress'
import { countWords, extractProse, splitWords } from 'issuepress/readers'

export default defineConfig({
  postalAddress: '1 Kettle Street, Port Meridian 00912',
  checks: {
    'paragraph-length': defineCheck({
      name: 'paragraph-length',
      summary: 'No paragraph is too long for a phone.',
      note: 'A phone shows about 60 words at a time. Split the paragraph.',
      level: 'warning',
      options: { max: 60 },
      run(context, report, { max }) {
        for (const { text, place } of extractProse(context)) {
          const words = countWords(splitWords(text))
          if (words > max)
            report(`Unexpected paragraph of ${words} words, expected at most ${max}`, {
              at: place(0, text.length),
            })
        }
      },
    }),
  },
})
