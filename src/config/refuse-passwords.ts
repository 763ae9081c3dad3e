import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'
import { isMap } from './remove-empty.ts'

const passwordKey = /^(?:pass|passwd|password|secret|token|auth)$/i

const note =
  'A config is kept in git, and a password must not be. Set it in the environment: `ISSUE_SMTP_PASSWORD`, or `ISSUE_SMTP_URL` for the whole server (`smtp://user:password@host:587`). If this one was ever committed, change it.'

/**
 * Reports passwords in the config's `smtp`, and masks them in the file's text, so that no message or preview shows them.
 * @returns the config without them
 */
export function refusePasswords({ value, placeOf }: Yaml, file: VFile): unknown {
  if (!isMap(value) || !('smtp' in value)) return value
  const { smtp, ...rest } = value
  const refuse = (reason: string, path: YamlPath) => {
    report(file, reason, { ruleId: 'config', place: placeOf(path, 'key'), note })
    mask(file, placeOf(path))
  }
  if (typeof smtp === 'string' && /:\/\/|@/.test(smtp)) {
    refuse('Unexpected address in `smtp`, expected a map with `host`, `port`, `secure` and `user`', ['smtp'])
    return rest
  }
  if (!isMap(smtp)) return value
  const others = Object.entries(smtp).filter(([key, child]) => {
    const isSecret =
      passwordKey.test(key) || (key === 'host' && typeof child === 'string' && /\/\/[^/]*:[^/]*@/.test(child))
    if (!isSecret) return true
    refuse(`Unexpected password in the config, at \`smtp.${key}\`, expected none`, ['smtp', key])
    return false
  })
  // All of `smtp` is removed: without its host it would be reported again.
  return others.length < Object.keys(smtp).length ? rest : value
}

/** Replaces a value in the file by as many dots, so that places after it stay right. */
function mask(file: VFile, place: ReturnType<Yaml['placeOf']>): void {
  const { start, end } = place
  if (start.offset === undefined || end.offset === undefined) return
  const text = String(file)
  const masked = text.slice(start.offset, end.offset).replaceAll(/[^\r\n]/g, '•')
  file.value = text.slice(0, start.offset) + masked + text.slice(end.offset)
}
