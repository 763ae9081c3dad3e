import { VFile } from 'vfile'
import { complain } from '../messages/complain.ts'
import type { BuiltIssue } from './build-issue.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Says once why there is no `email.eml`: a message needs a sender (RFC 5322, section 3.6), which those need not tell us
 * whose provider knows it. It stands on the config, where the sender belongs.
 * @param issues those that were built
 * @param newsletter gets the message
 * @param root the newsletter's folder, absolute
 */
export function tellMissingSenders(issues: BuiltIssue[], newsletter: Newsletter, root: string): void {
  const written = issues.filter(({ files }) => files.length > 0)
  const without = written.filter(({ files }) => !files.some(({ path }) => path.endsWith('/email.eml')))
  if (without.length === 0) return
  const { configPath, files } = newsletter
  const known = files.find(({ path }) => path === configPath)
  const file = known ?? new VFile({ path: 'issue.config.yml', cwd: root, value: '' })
  if (!known) files.push(file)
  const [first] = without
  const which = without.length === 1 && first ? `\`${first.slug}\`` : `${without.length} issues`
  complain(file, `Left out: \`email.eml\` of ${which}, since nobody is known whom it is from`, {
    ruleId: 'sender-missing',
    severity: 'info',
    note: 'Write `from: Ada <ada@example.com>` in the config, or in the front matter. Providers that know the sender do well without this file.',
  })
}
