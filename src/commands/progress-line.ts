import type { Progress } from '../build.ts'
import type { Context } from './context.ts'

/** Builds shorter than this show no progress, in milliseconds. */
const delay = 1000

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
      const line = `${done + 1}/${total} ${source}`
      stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
    clear(): void {
      if (shown) stderr.write('\r\x1b[K')
      shown = false
    },
  }
}
