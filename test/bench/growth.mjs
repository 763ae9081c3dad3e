/**
 * How rendering time grows with the size of what an author writes: `npm run bench:growth`. Each family of generated texts
 * is rendered at doubling sizes until it takes a second or has 400 kB. The exponent is the slope of time over size, both as
 * logarithms, of the last three doublings: 1 is in proportion, 2 is quadratic. For the Markdown, that of remark (with GFM
 * and directives, parsing alone) stands beside it. A row is printed as soon as its family is measured, and all of them at the
 * end, the worst first, with those above both 1.15 and remark's own exponent.
 *
 * `node test/bench/growth.mjs [--family NAME] [--json] [--jobs N] [--least BYTES] [--most BYTES] [--longest SECONDS] [--limit SECONDS]`; a
 * family is selected by a part of its name.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { families } from './growth/families.mjs'

const { values } = parseArgs({
  options: {
    family: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
    least: { type: 'string', default: '1500' },
    most: { type: 'string', default: '400000' },
    longest: { type: 'string', default: '1' },
    limit: { type: 'string', default: '60' },
  },
})

/** An exponent up to this is in proportion, but for the noise of the measurement. */
const proportional = 1.15
const script = join(import.meta.dirname, 'growth', 'measure.mjs')

/**
 * Measures families in one process. It is killed when one size takes longer than the limit.
 * @param report receives the lines of each family as soon as it is measured
 * @returns the family that it has reached, or none
 */
function startProcess(names, report) {
  const options = [Number(values.least), Number(values.most), Number(values.longest), names].map((each) =>
    JSON.stringify(each),
  )
  const child = spawn(process.execPath, ['--expose-gc', script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = []
  let timer
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), Number(values.limit) * 1000)
  }
  // From the first line on: on a busy machine, loading alone can take longer than a short limit.
  createInterface({ input: child.stdout }).on('line', (printed) => {
    restart()
    const line = JSON.parse(printed)
    if (lines.length > 0 && lines[0].family !== line.family) {
      report(lines)
      lines = []
    }
    lines.push(line)
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer)
      if (lines.length > 0) report(lines)
      resolve(lines[0]?.family)
    })
  })
}

/** Measures families; after one that does not end, the others in another process. */
async function measureFamilies(names) {
  if (names.length === 0) return []
  const results = []
  const reached = await startProcess(names, (lines) => {
    results.push(summarize(lines))
    print(formatRow(results.at(-1)))
  })
  const rest = names.slice(names.indexOf(reached ?? names[0]) + 1)
  return [...results, ...(await measureFamilies(rest))]
}

function summarize(lines) {
  const samples = mergeLines(lines).filter(({ seconds }) => seconds !== undefined)
  const compared = samples.filter(({ remark }) => remark > 0)
  const last = samples.at(-1)
  const end = lines.at(-1)
  const isStopped = !('remark' in end || end.failure)
  return {
    family: end.family,
    bytes: last?.bytes ?? 0,
    seconds: last?.seconds ?? 0,
    messages: last?.messages ?? 0,
    exponent: findExponent(samples, 'seconds'),
    remarkExponent: compared.length > 0 ? findExponent(compared, 'remark') : null,
    ratio: last?.remark > 0 ? last.seconds / last.remark : null,
    // The size that did not end within the limit, in Issuepress or in remark.
    stopped: isStopped && !('seconds' in end) ? end.bytes : undefined,
    remarkStopped: isStopped && 'seconds' in end ? end.bytes : undefined,
    failure: end.failure,
    samples,
  }
}

/** The lines of each size as one. */
function mergeLines(lines) {
  const sizes = new Map()
  for (const line of lines) sizes.set(line.bytes, { ...sizes.get(line.bytes), ...line })
  return [...sizes.values()]
}

/** The slope of the line through the last four sizes, both scales being logarithmic (least squares). */
function findExponent(samples, key) {
  const points = samples
    .slice(-4)
    .map((sample) => [Math.log(sample.bytes), Math.log(Math.max(1e-6, sample[key]))])
  if (points.length < 2) return 0
  const mean = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

function formatRow(result) {
  const { family, bytes, seconds, exponent, remarkExponent, ratio, messages } = result
  const cells = [
    family.padEnd(width),
    String(bytes).padStart(8),
    seconds.toFixed(3).padStart(8),
    exponent.toFixed(2).padStart(9),
    (remarkExponent?.toFixed(2) ?? '').padStart(9),
    (ratio?.toFixed(0) ?? '').padStart(13),
    String(messages).padStart(9),
  ]
  return cells.join(' ') + formatNote(result)
}

function formatNote({ stopped, remarkStopped, failure }) {
  if (stopped) return `  no end at ${stopped} bytes`
  if (remarkStopped) return `  no end of remark at ${remarkStopped} bytes`
  return failure ? `  ${failure.slice(0, 300)}` : ''
}

/** Whether a family grows faster than in proportion, and faster than remark does with it. */
const isAbove = ({ stopped, failure, exponent, remarkExponent }) =>
  Boolean(stopped || failure) || exponent > Math.max(proportional, remarkExponent ?? 0)

const names = [...families.keys()].filter((name) => name.includes(values.family))
const width = Math.max(...names.map((name) => name.length))
const header = `${'family'.padEnd(width)}    bytes  seconds  exponent  remark's  times remark  messages`
// What is measured so far is seen even if the run is stopped, and the JSON has nothing between.
const print = values.json ? console.error : console.log
print(header)
const jobs = Number(values.jobs)
const results = (
  await Promise.all(
    Array.from({ length: jobs }, (_, job) =>
      measureFamilies(names.filter((_, index) => index % jobs === job)),
    ),
  )
).flat()
const rank = ({ stopped, failure, exponent }) => (failure || stopped ? 10 : 0) + exponent
results.sort((one, other) => rank(other) - rank(one))

if (values.json) console.log(JSON.stringify(results, null, 2))
else {
  const above = results.filter(isAbove)
  console.log(`\nAll families, the worst first\n${header}`)
  for (const result of results) console.log(formatRow(result))
  console.log(`\n${above.length} of ${results.length} above ${proportional} and remark's`)
  for (const result of above) console.log(formatRow(result))
}
