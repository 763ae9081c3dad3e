import type { MessageRecord } from '../diagnostics/message-records.ts'
import { formatRuleUrl, homeUrl } from '../diagnostics/rule-url.ts'
import { findRule, isRuleId } from '../diagnostics/rules.ts'
import type { ListedCheck } from '../newsletter/list-checks.ts'

/** A `reportingDescriptor` of SARIF. */
export interface SarifRule {
  id: string
  shortDescription?: { text: string }
  fullDescription?: { text: string }
  help?: { text: string }
  helpUri: string
  defaultConfiguration?: { level: string; enabled?: boolean }
}

/** Creates the rules of a run: all checks, then the other rules that have messages, such as `front-matter`. */
export function createSarifRules(
  checks: readonly ListedCheck[],
  records: readonly MessageRecord[],
): SarifRule[] {
  const checkRules = checks.map(describeCheck)
  const known = new Set(checkRules.map(({ id }) => id))
  const others = new Set(records.flatMap(({ rule }) => (rule === null || known.has(rule) ? [] : [rule])))
  return [...checkRules, ...[...others].sort().map(describeOther)]
}

function describeCheck({ check, level, isCustom }: ListedCheck): SarifRule {
  const { name, summary, note } = check
  return {
    id: name,
    shortDescription: { text: summary },
    help: { text: note },
    helpUri: isCustom ? homeUrl : formatRuleUrl(name),
    defaultConfiguration: level === 'off' ? { level: 'warning', enabled: false } : { level },
  }
}

/** A rule of the registry, or an unknown rule of a plugin. */
function describeOther(id: string): SarifRule {
  if (!isRuleId(id)) return { id, helpUri: homeUrl }
  const { title, explanation, fix, url } = findRule(id)
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: fix },
    helpUri: url,
  }
}
