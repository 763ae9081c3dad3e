import { defineBlock, defineCheck, defineConfig } from 'issuepress'

console.error('The config is loaded')

/** Throws for an issue with a certain word, as a plugin with a mistake does. */
function throwAtWord() {
  return (tree, file) => {
    if (String(file).includes('marmalade')) throw new Error('Marmalade is more than this plugin can bear')
    if (String(file).includes('cinnamon'))
      file.message('Unexpected cinnamon', { place: tree.position, ruleId: 'spice', source: 'plugin' })
  }
}

export default defineConfig({
  name: 'The Kettle',
  url: 'https://kettle.example.org',
  postalAddress: '1 Kettle Street, Port Meridian 00912',
  target: 'generic',
  polls: { mailto: 'hello@kettle.example.org' },
  sponsors: {
    leaf: {
      name: 'Leaf & Co',
      url: 'https://leaf.example.org/',
      logo: 'issues/images/leaf.png',
      cta: 'Have a cup',
    },
  },
  blocks: {
    brew: defineBlock({
      name: 'brew',
      resolve: ({ attributes }) => ({ warning: Number(attributes.minutes) > 5 ? 'bitter' : '' }),
    }),
  },
  checks: {
    'link-placeholder': ['error', { allow: ['example.org'] }],
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
  markdown: { remarkPlugins: [throwAtWord] },
})
