import { location } from 'vfile-location'
import type { Origin, Subject } from '../check.ts'

/** What looks like a merge tag and came into the email from elsewhere than the issue. */
export interface BroughtTag {
  tag: string
  /** Where a template has it; nothing for one that the config brought. */
  at: Origin | undefined
}

/**
 * Merge tags of the finished email that stand nowhere in the issue, each once.
 * @param pattern what a tag looks like; global
 */
export function findBroughtTags({ file, email, theme }: Subject, pattern: RegExp): BroughtTag[] {
  const source = String(file)
  const shown = `${email.html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')}\n${email.text}`
  const tags = new Set([...shown.matchAll(pattern)].map(([tag]) => tag))
  const brought = [...tags].filter((tag) => !source.includes(tag))
  return brought.map((tag) => ({ tag, at: findInTemplate(tag, theme) }))
}

function findInTemplate(tag: string, { files }: Subject['theme']): Origin | undefined {
  for (const file of files.values()) {
    const index = String(file).indexOf(tag)
    if (index === -1) continue
    const points = location(file)
    const [start, end] = [points.toPoint(index), points.toPoint(index + tag.length)]
    return { file, position: start && end && { start, end } }
  }
  return undefined
}
