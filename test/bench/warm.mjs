/**
 * How long a warm process takes for one issue: `node test/bench/warm.mjs [rounds]`. The same Markdown is parsed by remark
 * alone (with GFM and directives), rendered without checks, and rendered with all checks, in turns, so that a slow moment
 * of the machine hits all alike. Printed are medians of the time of the processor, and their ratios to remark alone.
 */
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { bodyOf, renderText, sizes } from './sample.mjs'

const rounds = Number(process.argv[2] ?? 40)
const parser = unified().use(remarkParse).use(remarkGfm).use(useDirectives).freeze()

/** What remark-directive does. */
function useDirectives() {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), directive()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}

const works = {
  'remark alone': (text) => parser.parse(bodyOf(text)),
  'render without checks': (text) => renderText(text, { checks: [] }),
  'render with all checks': (text) => renderText(text),
}

/** The milliseconds of the processor that a function takes. */
async function time(run) {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const memory = () => (process.memoryUsage().rss / 1024 / 1024).toFixed(0)

let number = 0
console.log(`warm, median of ${rounds} rounds, milliseconds of the processor, Node.js ${process.version}`)
for (const [size, createText] of Object.entries(sizes)) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
  for (let round = -10; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      number += 1
      const text = createText(number)
      const taken = await time(() => work(text))
      // Until the machine code is compiled, all take longer.
      if (round >= 0) times[name].push(taken)
    }
  }
  const alone = median(times['remark alone'])
  for (const [name, list] of Object.entries(times)) {
    const ratio = `${(median(list) / alone).toFixed(2)} × remark`
    console.log(`${size.padEnd(6)} ${name.padEnd(23)} ${median(list).toFixed(1).padStart(7)} ms  ${ratio}`)
  }
}
if (process.argv.includes('memory')) {
  for (let rebuild = 0; rebuild <= 1000; rebuild += 1) {
    if (rebuild % 200 === 0) console.log(`memory (RSS) after ${rebuild} renders of 5 KB  ${memory()} MB`)
    number += 1
    await renderText(sizes['5 KB'](number))
  }
}
