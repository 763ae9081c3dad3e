import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import {
  type MergeName,
  mergeNames,
  type OwnName,
  ownNames,
  textNames,
  type UrlName,
  urlNames,
} from '../targets/target.ts'

/** All names that can follow `merge:`. */
const knownNames = [...mergeNames, ...ownNames]

/** True for one of the neutral names that providers have tags for. */
export function isMergeName(name: string): name is MergeName {
  return (mergeNames as readonly string[]).includes(name)
}

/** True for one of the neutral names that the newsletter itself knows. */
export function isOwnName(name: string): name is OwnName {
  return (ownNames as readonly string[]).includes(name)
}

/** Reason and note for an unknown name. */
export function explainUnknown(name: string): [reason: string, note: string] {
  return [
    `Unexpected name \`${name}\` behind \`merge:\`, expected ${expectedName(name, knownNames)}`,
    `The names are ${listNames(knownNames).replace(/ or (?=[^ ]*$)/, ' and ')}.`,
  ]
}

/** Advice for names without a tag in a target. */
const remedies: Partial<Record<MergeName, string>> = {
  web_url: ' Set `url:` in the config, and the newsletter’s own address is used instead.',
  postal_address: ' Set `postalAddress:` in the config, and that is used instead.',
  list_name: ' Set `name:` in the config, and that is used instead.',
  current_year: ' Give the issue a `date:`, and its year is used instead.',
}

/** Reason and note for a name that the settings' target has no tag for. */
export function explainLack(name: MergeName, settings: Settings): [reason: string, note: string] {
  const { target: targetName } = settings
  const target = resolveTarget(settings, targetName)
  const has = mergeNames.filter((each) => target?.names[each])
  const near = nearest(name, has)
  const title = target?.title ?? targetName
  // Without a similar name the reason lists all of them.
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

/** Reason and note for a name of a text where an address is expected. */
export function explainText(name: MergeName | OwnName): [string, string] {
  return [
    `Unexpected \`merge:${name}\` as an address, expected ${nameList(urlNames)}`,
    `This name is filled in with a text, not an address. In Markdown, write \`[fallback](merge:${name})\`.`,
  ]
}

/** Reason and note for a name of an address where no link is possible. */
export function explainNoLink(name: UrlName): [string, string] {
  return [
    `Unexpected \`merge:${name}\` in the front matter, expected ${nameList([...textNames, ...ownNames])}`,
    'This name is filled in with an address, and there are no links in a subject, a preheader or a title.',
  ]
}

function nameList(list: readonly string[]): string {
  return listNames(list.map((each) => `merge:${each}`))
}

/** Reason and note for a name for which the provider has no address, but an element that is the whole link. */
export function explainElement(name: MergeName, element: string, title: string): [string, string] {
  return [
    `Cannot write \`merge:${name}\` as an address: ${title} has an element for it`,
    `${title} has no tag for the address alone, only \`<${element}>…</${element}>\` for the whole link. Write it as a link in the Markdown: \`[words](merge:${name})\`.`,
  ]
}
