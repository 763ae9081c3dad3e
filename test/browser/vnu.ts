import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const jar = String(createRequire(import.meta.url)('vnu-jar'))

/** Whether there is a Java to run the Nu HTML checker with. With `ISSUEPRESS_REQUIRE_BROWSER` set it must be there. */
export const hasJava: boolean = spawnSync('java', ['-version']).status === 0

if (!hasJava) {
  const advice = 'No Java found: install it (Debian: apt-get install default-jre-headless).'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TEST OF VALID HTML IS SKIPPED. ${advice}\n`)
}

export interface Complaint {
  type: 'error' | 'info' | 'non-document-error'
  url: string
  message: string
  extract?: string
  lastLine?: number
}

/**
 * The Nu HTML checker's errors in files, and what it calls obsolete: some of its versions take that for an error, others
 * for a warning. One start of Java for all of them.
 */
export function validate(paths: string[]): Complaint[] {
  // For a few seconds of work, Java's quickest compiler and one collector need half of the processor's time.
  const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss1024k']
  const args = [...java, '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...paths]
  const { stdout, stderr, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1e8 })
  if (error || stdout === '') throw new Error(`The Nu HTML checker says nothing: ${error?.message ?? stderr}`)
  const messages: Complaint[] = JSON.parse(stdout).messages
  return messages.filter(({ type, message }) => type !== 'info' || message.includes(' is obsolete.'))
}
