/** The newsletter that editors are tested with: mistakes behind letters that are not ASCII, and in a path with spaces. */
import { makeNewsletter } from '../cli/newsletter.ts'

export interface Problem {
  file: string
  line: number
  column: number
  severity: string
  rule: string
  reason: string
}

const files = {
  'issue.config.yml': 'name: The News\nchecks: { link-txt: off }\n',
  'issues/2024-11-28-größe.md':
    '---\nsubject: Größe\npreheadr: x\n---\n\n# Größe\n\nGrüße [hier](http://example.com) und ![](fehlt.png)\n\n:::nope\n:::\n',
  'issues/my second issue.md': '---\nsubject: [a]\n---\n\nHello [here](https://example.com/#).\n',
}

/** Creates it on the disk; it is removed after the test. */
export function makeNewsletterWithMistakes() {
  return makeNewsletter(files)
}

/** Checks it, and reads its messages as the JSON report has them. */
export async function readProblems({
  issue,
}: Pick<ReturnType<typeof makeNewsletter>, 'issue'>): Promise<Problem[]> {
  const { stdout } = await issue('check', '--reporter', 'json')
  const { messages } = JSON.parse(stdout) as { messages: Problem[] }
  return messages.map(({ file, line, column, severity, rule, reason }) => ({
    file,
    line: line ?? 1,
    column: column ?? 1,
    severity,
    rule,
    reason,
  }))
}
