import { VFile } from 'vfile'
import { addOnce } from './once.ts'
import { type Diagnostic, report } from './report.ts'

/**
 * Adds a message to an issue that is about another file, such as one with the data of a chart.
 * @param path the other file's, relative to the newsletter's folder, with `/`; the place is one in it
 */
export function reportAbout(issue: VFile, path: string, reason: string, diagnostic: Diagnostic): void {
  addOnce(issue.messages, report(new VFile({ path, cwd: issue.cwd }), reason, diagnostic))
}
