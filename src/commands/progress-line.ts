import type { Progress } from '../build.ts'
import type { Context } from './context.ts'

/** A build that is shorter than this shows no progress. */
const patience = 1000

/**
 * A line on the terminal that says how far a long build is.
 * @param wanted nothing is ever shown without it, nor where standard error is no terminal
 */
export function createProgressLine({ stderr, now }: Pick<Context, 'stderr' | 'now'>, wanted: boolean) {
  const start = now()
  let shown = false
  return {
    show({ done, total, source }: Progress): void {
      if (!wanted || !stderr.isTTY || now() - start < patience) return
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
