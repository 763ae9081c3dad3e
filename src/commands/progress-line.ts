import type { Progress } from '../build.ts'
import type { Context } from './context.ts'

/** Builds shorter than this show no progress, in milliseconds. */
const delay = 1000

/** How many issues have to be done before their rate says something of the others. */
const fewestForRate = 10

/**
 * Creates a line on the terminal that shows the progress of a long build.
 * @param enabled nothing is shown when false, or when standard error is not a terminal
 */
export function createProgressLine({ stderr, now }: Pick<Context, 'stderr' | 'now'>, enabled: boolean) {
  const start = now()
  let shown = false
  return {
    show({ done, total, source }: Progress): void {
      if (!enabled || !stderr.isTTY || now() - start < delay) return
      shown = true
      const line = `${done + 1}/${total}${formatRate(done, total, now() - start)} ${source}`
      stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
    clear(): void {
      if (shown) stderr.write('\r\x1b[K')
      shown = false
    },
  }
}

/** Formats how many issues are done in a second, and how long the others will take: `, 31/s, 28 s left:`. */
function formatRate(done: number, total: number, milliseconds: number): string {
  if (done < fewestForRate) return ''
  const perSecond = (done / milliseconds) * 1000
  const seconds = Math.ceil((total - done) / perSecond)
  const left = seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  return `, ${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s, ${left} left:`
}
