import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The config of a newsletter to watch. */
export const config = `name: The Watch
url: https://watch.news
from: Ada <ada@watch.news>
postalAddress: 1 Tower Road, Hillside
`

/** A newsletter's folder with some files; the config is there by itself. */
export function makeNewsletter(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'issuepress watch-')))
  for (const [path, text] of Object.entries({ 'issue.config.yml': config, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** An issue without errors or warnings. */
export function toIssue(subject: string, text: string): string {
  return `---\nsubject: ${subject}\npreheader: What the watch saw in the night\n---\n\n${text}\n`
}
