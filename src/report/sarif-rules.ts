import { home } from '../checks/run-checks.ts'
import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { ListedCheck } from '../newsletter/list-checks.ts'

/** A `reportingDescriptor` of SARIF. */
export interface SarifRule {
  id: string
  shortDescription?: { text: string }
  help?: { text: string }
  helpUri: string
  defaultConfiguration?: { level: string; enabled?: boolean }
}

/** The rules of a run: all checks, then what else there are messages of, such as `front-matter`. */
export function createSarifRules(
  checks: readonly ListedCheck[],
  records: readonly MessageRecord[],
): SarifRule[] {
  const rules = checks.map(toRule)
  const known = new Set(rules.map(({ id }) => id))
  const others = new Set(records.flatMap(({ rule }) => (rule === null || known.has(rule) ? [] : [rule])))
  return [...rules, ...[...others].sort().map((id) => ({ id, helpUri: home }))]
}

function toRule({ check, own }: ListedCheck): SarifRule {
  const { name, summary, note, level } = check
  return {
    id: name,
    shortDescription: { text: summary },
    help: { text: note },
    helpUri: own ? home : `${home}#${name}`,
    defaultConfiguration: level === 'off' ? { level: 'warning', enabled: false } : { level },
  }
}
