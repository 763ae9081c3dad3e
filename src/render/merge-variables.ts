import type { MergeNames } from '../parse/merge-names.ts'
import { hasToken } from '../private-use.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type MergeName, textNames, type UrlName } from '../targets/target.ts'
import { Html, MergeValue } from '../theme/html.ts'

export interface MergeVariableOptions {
  settings: Settings
  names: MergeNames
  /** For the web copy: no link on a tag, and the texts that the newsletter knows itself. */
  web: boolean
}

/** What templates see as `merge`: the target's tags, ready to print, each in the form of the place that it stands in. */
export function createMergeVariables({
  settings,
  names,
  web,
}: MergeVariableOptions): Record<string, unknown> {
  const target = resolveTarget(settings, settings.target)
  const toLink = (name: UrlName, part: string): [string, unknown][] => {
    // What only stands in for what the newsletter may know is for authors to ask for.
    const has = !web && target?.names[name] && !target.names[name].spare
    const element = has ? names.toElement(name) : undefined
    const adds = part === 'unsubscribe' && target?.adds.includes('unsubscribe')
    const url = has && !element && !adds ? names.peek(name, '') : undefined
    return [
      [name, url === undefined ? null : new Html(url)],
      [`${part}_element`, element?.element ?? null],
      [`${part}_text`, element ? new Html(element.text) : null],
    ]
  }
  const texts = textNames.map((name): [string, unknown] => [name, toTextValue(name, names)])
  return Object.fromEntries([
    ...toLink('unsubscribe_url', 'unsubscribe'),
    ...toLink('web_url', 'web'),
    ...toLink('preferences_url', 'preferences'),
    ...texts,
    ['address', toAddress(settings, names, web)],
  ])
}

function toTextValue(name: MergeName, names: MergeNames): string | Html | null {
  const value = names.peek(name, '')
  if (value === undefined) return null
  if (!hasToken(value)) return value
  return new MergeValue(
    value,
    (words) => names.toText(name, words, { contexts: ['text', 'plaintext'] }) ?? words,
  )
}

/** The line of a footer: the provider's tag where it insists on it or the config has no address. */
function toAddress(settings: Settings, names: MergeNames, web: boolean): string | Html | null {
  const target = resolveTarget(settings, settings.target)
  const tag = target?.names.postal_address
  const own = settings.postalAddress ?? null
  const wants = target?.wantsAddressTag ?? own === null
  if (web || !tag || tag.spare || !wants) return own
  const value = names.peek('postal_address', '')
  return value === undefined ? own : new Html(value)
}
