import { createHash } from 'node:crypto'
import { formatMessages } from '../diagnostics/stored-message.ts'
import type { Settings } from '../settings.ts'
import type { Theme } from '../theme/theme.ts'
import type { IssueContext } from './build-issue.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Digests all that an issue is built from, except for what is read while it is built (`RecordedBuild`).
 * @param code stands for the code that builds it, as far as the settings' functions do not show it
 */
export type CreateBuildKey = (issueFile: IssueFile, context: IssueContext, code?: string) => string

/**
 * Creates a function that digests what an issue is built from: its file with the messages that it has already, its
 * template with the messages from loading it, the settings, the outputs, and whether anything is written.
 */
export function createBuildKeyFactory(): CreateBuildKey {
  const digests = new WeakMap<object, string>()
  const digestOnce = (owner: object, serialize: () => string): string => {
    const known = digests.get(owner) ?? digest(serialize())
    digests.set(owner, known)
    return known
  }
  return ({ file, matter, readable }, { newsletter, out, strict, outputs, web = true }, code = '') => {
    const { settings, themes } = newsletter
    const theme = themes.get(matter.template)
    const parts = [
      code,
      file.path,
      String(file),
      readable,
      formatMessages(file.messages),
      themes.names,
      theme ? digestOnce(theme, () => serializeTheme(theme, newsletter)) : null,
      digestOnce(settings, () => serializeSettings(settings)),
      out !== undefined,
      strict,
      web,
      outputs.map(({ name }) => name),
    ]
    return digest(JSON.stringify(parts))
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Which files are the newsletter's own shows in their paths. */
function serializeTheme({ files }: Theme, { templateMessages }: Newsletter): string {
  return JSON.stringify(
    [...files].map(([path, file]) => [
      path,
      file.path,
      String(file),
      String(file.data.shipped ?? ''),
      formatMessages(templateMessages.get(file) ?? []),
    ]),
  )
}

/** The functions of plugins, custom blocks and custom checks are compared by their source. */
function serializeSettings(settings: Settings): string {
  return JSON.stringify(settings, (_, value) => (typeof value === 'function' ? String(value) : value))
}

/** Whether settings contain anything but plain data: functions, or objects with methods. */
export function hasCode(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return true
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === null || Array.isArray(value)
  return !isPlain || Object.values(value).some(hasCode)
}
