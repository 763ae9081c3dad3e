import { defineCheck, defineConfig } from 'issuepress'

export default defineConfig({
  postalAddress: '1 Kettle Street, Port Meridian 00912',
  checks: {
    'title-question': defineCheck({
      name: 'title-question',
      summary: 'No title is a question.',
      note: 'Our house style answers it instead.',
      level: 'warning',
      run({ matter, entry }, report) {
        if (matter.title.endsWith('?'))
          report('Unexpected question mark in the title', { at: entry('title') })
      },
    }),
  },
})
