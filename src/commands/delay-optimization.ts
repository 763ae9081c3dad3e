import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 wait eight times as long as by default before it compiles a function once more, for speed. Node.js 20 does so
 * after so few runs that threads of its own, which do that beside the build, need a fifth of the processor's time for one
 * issue and two fifths for twenty: code that then is hardly used. The flag counts bytes of the code that were executed
 * (V8 11.3, `--interrupt-budget`); later versions count differently, do not know it, and would print an error.
 * @param nodeVersion such as `20.19.0`
 */
export function delayOptimization(nodeVersion: string): void {
  if (nodeVersion.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${8 * 67_584}`)
}
