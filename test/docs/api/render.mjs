import { readFileSync } from 'node:fs'
import { createThemes, defaultSettings, formatPretty, loadTemplates, render } from 'issuepress'
import { VFile } from 'vfile'

const settings = { ...defaultSettings, name: 'The Tea Letter', postalAddress: '1 Kettle Street' }
const themes = createThemes(loadTemplates(), settings)
const file = new VFile({ path: 'issues/hello.md', value: '# Hello\n\nDear reader, …' })
const readImage = (path) => ({ bytes: readFileSync(path) })

const { email } = await render(file, { settings, themes, readImage })
console.log(email.subject, email.html.length, email.text.length)
console.log(formatPretty([file], { colour: false }))
