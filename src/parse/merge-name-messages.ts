import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type MergeName, mergeNames, textNames, type UrlName, urlNames } from '../targets/target.ts'

/** True for one of the neutral names. */
export function isMergeName(name: string): name is MergeName {
  return (mergeNames as readonly string[]).includes(name)
}

/** Reason and note of a name that nobody knows. */
export function explainUnknown(name: string): [reason: string, note: string] {
  return [
    `Unexpected name \`${name}\` behind \`merge:\`, expected ${expectedName(name, mergeNames)}`,
    `The names are ${listNames(mergeNames).replace(/ or (?=[^ ]*$)/, ' and ')}.`,
  ]
}

/** What helps where a target has no tag. */
const remedies: Partial<Record<MergeName, string>> = {
  web_url: ' Set `url:` in the config, and the newsletter’s own address stands in for it.',
  postal_address: ' Set `postalAddress:` in the config, and it stands in for it.',
  list_name: ' Set `name:` in the config, and it stands in for it.',
  current_year: ' Give the issue a `date:`, and its year stands in for it.',
}

/** Reason and note of a name that the settings' target lacks. */
export function explainLack(name: MergeName, settings: Settings): [reason: string, note: string] {
  const { target: targetName } = settings
  const target = resolveTarget(settings, targetName)
  const has = mergeNames.filter((each) => target?.names[each])
  const near = nearest(name, has)
  const title = target?.title ?? targetName
  // Without a near one the reason has them all.
  const list = near ? `${title} has ${listNames(has).replace(/ or (?=[^ ]*$)/, ' and ')}.` : ''
  const adds =
    name === 'unsubscribe_url' && target?.adds.includes('unsubscribe')
      ? ` ${title} adds a link of its own to every message: leave this one out.`
      : ''
  return [
    `Unexpected \`merge:${name}\`, which the target \`${targetName}\` lacks, expected ${near ? `\`${near}\`` : listNames(has)}`,
    `${list}${adds}${remedies[name] ?? ''} \`issue targets ${targetName}\` lists all names.`.trim(),
  ]
}

/** Reason and note of a name for a text where an address is wanted. */
export function explainText(name: MergeName): [string, string] {
  return [
    `Unexpected \`merge:${name}\` as an address, expected ${nameList(urlNames)}`,
    `It stands for a text. In Markdown, write \`[fallback](merge:${name})\`.`,
  ]
}

/** Reason and note of a name for an address where no link can be. */
export function explainNoLink(name: UrlName): [string, string] {
  return [
    `Unexpected \`merge:${name}\` in the front matter, expected ${nameList(textNames)}`,
    'It stands for an address, and there are no links in a subject, a preheader or a title.',
  ]
}

function nameList(list: readonly string[]): string {
  return listNames(list.map((each) => `merge:${each}`))
}

/** Reason and note of a name that the provider makes the whole link of. */
export function explainElement(name: MergeName, element: string, title: string): [string, string] {
  return [
    `Cannot write \`merge:${name}\` as an address: ${title} has an element for it`,
    `${title} makes the whole link by \`<${element}>…</${element}>\`. Write it as a link in the Markdown: \`[words](merge:${name})\`.`,
  ]
}
