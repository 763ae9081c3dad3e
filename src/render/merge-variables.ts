import type { MergeNames } from '../parse/merge-names.ts'
import { hasToken } from '../private-use.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type MergeName, type Target, textNames, type UrlName } from '../targets/target.ts'
import { Html, MergeValue } from '../theme/html.ts'

export interface MergeVariableOptions {
  settings: Settings
  names: MergeNames
  /** For the web copy: without links to tags, and with the newsletter's own values instead of tags. */
  web: boolean
}

/** Creates the variable `merge` of templates: the target's tags, each as a token that is printed as its context needs. */
export function createMergeVariables({
  settings,
  names,
  web,
}: MergeVariableOptions): Record<string, unknown> {
  const target = resolveTarget(settings, settings.target)
  const createLinkVariables = (name: UrlName, part: string): [string, unknown][] => {
    // A tag that only replaces a value of the newsletter's own is printed where an author writes its name.
    const has = !web && target?.names[name] && !target.names[name].onlyIfUnknown
    const element = has ? names.resolveElement(name) : undefined
    const adds = part === 'unsubscribe' && target?.adds.includes('unsubscribe')
    const url = has && !element && !adds ? names.findText(name, '') : undefined
    return [
      [name, url === undefined ? null : new Html(url)],
      [`${part}_element`, element?.element ?? null],
      [`${part}_text`, element ? new Html(element.text) : null],
    ]
  }
  const texts = textNames.map((name): [string, unknown] => [name, createTextVariable(name, names)])
  return Object.fromEntries([
    ...createLinkVariables('unsubscribe_url', 'unsubscribe'),
    ...createLinkVariables('web_url', 'web'),
    ...createLinkVariables('preferences_url', 'preferences'),
    ['has_preferences', !web && hasPreferencesPage(target)],
    ...texts,
    ['next_issue', names.findNextIssue() ?? null],
    ['address', resolveAddressLine(settings, names, web)],
  ])
}

/** Whether a link to the subscriber's preferences certainly leads to a page, and to another one than that to unsubscribe. */
function hasPreferencesPage(target: Target | undefined): boolean {
  const { preferences_url: preferences, unsubscribe_url: unsubscribe } = target?.names ?? {}
  if (!preferences || preferences.proof === 'unverified' || target?.acceptsAnyTag) return false
  return preferences.tag !== unsubscribe?.tag
}

function createTextVariable(name: MergeName, names: MergeNames): string | Html | null {
  const value = names.findText(name, '')
  if (value === undefined) return null
  if (!hasToken(value)) return value
  return new MergeValue(
    value,
    (words) => names.resolveText(name, words, { contexts: ['text', 'plaintext'] }) ?? words,
  )
}

/** The address in footers: the provider's tag if it requires the tag or the config has no address. */
function resolveAddressLine(settings: Settings, names: MergeNames, web: boolean): string | Html | null {
  const target = resolveTarget(settings, settings.target)
  const tag = target?.names.postal_address
  const own = settings.postalAddress ?? null
  const printsTag = target?.requiresAddressTag ?? own === null
  if (web || !tag || tag.onlyIfUnknown || !printsTag) return own
  const value = names.findText('postal_address', '')
  return value === undefined ? own : new Html(value)
}
