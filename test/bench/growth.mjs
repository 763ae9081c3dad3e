/**
 * How rendering time grows with the size of what an author writes: `npm run bench:growth`. Each family of generated texts
 * is rendered at doubling sizes until it takes a second or has 400 kB. The exponent is the slope of time over size, both as
 * logarithms, of the last three doublings: 1 is in proportion, 2 is quadratic. For the Markdown, that of remark (with GFM
 * and directives, parsing alone) stands beside it.
 *
 * `node test/bench/growth.mjs [--family NAME] [--json] [--jobs N] [--least BYTES] [--most BYTES] [--longest SECONDS] [--limit SECONDS]`; a
 * family is selected by a part of its name.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
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

const script = join(import.meta.dirname, 'growth', 'measure.mjs')

/**
 * Measures families in one process. It is killed when one size takes longer than the limit.
 * @returns the lines that it has printed
 */
function startProcess(names) {
  const options = [Number(values.least), Number(values.most), Number(values.longest), names].map((each) =>
    JSON.stringify(each),
  )
  const child = spawn(process.execPath, ['--expose-gc', script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  let timer
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), Number(values.limit) * 1000)
  }
  restart()
  child.stdout.on('data', (chunk) => {
    printed += chunk
    restart()
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer)
      const lines = printed.split('\n').slice(0, -1)
      resolve(lines.map((line) => JSON.parse(line)))
    })
  })
}

/** Measures families; after one that does not end, the others in another process. */
async function measureFamilies(names) {
  if (names.length === 0) return []
  const lines = await startProcess(names)
  const reached = lines.at(-1)?.family ?? names[0]
  const measured = names.slice(0, names.indexOf(reached) + 1)
  const results = measured.map((name) =>
    summarize(
      name,
      lines.filter(({ family }) => family === name),
    ),
  )
  return [...results, ...(await measureFamilies(names.slice(measured.length)))]
}

function summarize(family, lines) {
  const samples = lines.filter(({ seconds }) => seconds !== undefined)
  const last = samples.at(-1)
  const hasRemark = last?.remark > 0
  const end = lines.at(-1)
  return {
    family,
    bytes: last?.bytes ?? 0,
    seconds: last?.seconds ?? 0,
    messages: last?.messages ?? 0,
    exponent: findExponent(samples, 'seconds'),
    remarkExponent: hasRemark ? findExponent(samples, 'remark') : null,
    ratio: hasRemark ? last.seconds / last.remark : null,
    // The size that did not end within the limit.
    stopped: end && !('seconds' in end) && !end.failure ? end.bytes : undefined,
    failure: end?.failure,
    samples,
  }
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

const names = [...families.keys()].filter((name) => name.includes(values.family))
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
  const width = Math.max(...names.map((name) => name.length))
  console.log(`${'family'.padEnd(width)}    bytes  seconds  exponent  remark's  times remark  messages`)
  for (const result of results) {
    const { family, bytes, seconds, exponent, remarkExponent, ratio, messages, stopped, failure } = result
    const cells = [
      family.padEnd(width),
      String(bytes).padStart(8),
      seconds.toFixed(3).padStart(8),
      exponent.toFixed(2).padStart(9),
      (remarkExponent?.toFixed(2) ?? '').padStart(9),
      (ratio?.toFixed(0) ?? '').padStart(13),
      String(messages).padStart(9),
    ]
    const note = stopped ? `  no end at ${stopped} bytes` : failure ? `  ${failure.slice(0, 300)}` : ''
    console.log(cells.join(' ') + note)
  }
}
