/**
 * Renders with one tool, for `peers.mjs`: `node serve.mjs TOOL.mjs [FILE]`. With a file it renders that once and ends, as
 * a cold start does. Without one it renders each text that its parent sends, and answers with the milliseconds that it took.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [tool, file] = process.argv.slice(2)
const { render } = await import(pathToFileURL(resolve(tool)))

/** Rejects an email of which a part is missing: a tool that gives up early is not fast. */
async function renderBoth(text) {
  const { html, text: plaintext } = await render(text)
  if (html.length < text.length || plaintext.length < text.length / 2)
    throw new Error(`${tool} rendered ${html.length} characters of HTML, ${plaintext.length} of plaintext`)
  return { html: html.length, text: plaintext.length }
}

if (file) {
  await renderBoth(readFileSync(file, 'utf8'))
} else {
  process.on('message', async (text) => {
    const start = process.cpuUsage()
    const startTime = performance.now()
    const lengths = await renderBoth(text)
    const { user, system } = process.cpuUsage(start)
    process.send({ cpu: (user + system) / 1000, wall: performance.now() - startTime, ...lengths })
  })
  process.send({ ready: true })
}
