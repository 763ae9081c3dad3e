import picocolors from 'picocolors'
import type { ListedCheck } from '../newsletter/list-checks.ts'
import { displayWidth } from '../typeset/display-width.ts'

/** All checks, a line for each: name, level, what it holds. */
export function formatCheckList(checks: readonly ListedCheck[], { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const paint = { error: colours.red, warning: colours.yellow, off: colours.dim }
  const width = Math.max(0, ...checks.map(({ check }) => displayWidth(check.name)))
  return checks
    .map(({ check, level, isCustom }) => {
      const gap = ' '.repeat(width - displayWidth(check.name) + 2)
      const whose = isCustom ? ' (your own)' : ''
      return `${check.name}${gap}${paint[level](level.padEnd(7))}  ${check.summary}${whose}\n`
    })
    .join('')
}
