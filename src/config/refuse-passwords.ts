import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

const passwordKey = /^(?:pass|passwd|password|secret|token|auth)$/i

const note =
  'A config is kept in git, and a password must not be. Set it in the environment: `ISSUE_SMTP_PASSWORD`, or `ISSUE_SMTP_URL` for the whole server (`smtp://user:password@host:587`). If this one was ever committed, change it.'

/**
 * Complains of passwords in the config's `smtp`, and blots them out: no report, log or preview shows them.
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
  const kept = Object.entries(smtp).filter(([key, child]) => {
    const isSecret =
      passwordKey.test(key) || (key === 'host' && typeof child === 'string' && /\/\/[^/]*:[^/]*@/.test(child))
    if (!isSecret) return true
    refuse(`Unexpected password in the config, at \`smtp.${key}\`, expected none`, ['smtp', key])
    return false
  })
  // Without its host the rest would be complained of for what the author did write.
  return kept.length < Object.keys(smtp).length ? rest : value
}

/** Writes dots over a value of the file, so that nothing shifts. */
function mask(file: VFile, place: ReturnType<Yaml['placeOf']>): void {
  const { start, end } = place
  if (start.offset === undefined || end.offset === undefined) return
  const text = String(file)
  const blotted = text.slice(start.offset, end.offset).replaceAll(/[^\r\n]/g, '•')
  file.value = text.slice(0, start.offset) + blotted + text.slice(end.offset)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
