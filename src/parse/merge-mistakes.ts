import { nearest } from '../messages/nearest.ts'
import { expectedName, names } from '../messages/words.ts'
import { targets } from '../targets/index.ts'
import { type MergeName, mergeNames } from '../targets/target.ts'

/** True for one of the neutral names. */
export function isMergeName(name: string): name is MergeName {
  return (mergeNames as readonly string[]).includes(name)
}

/** Reason and note of a name that nobody knows. */
export function explainUnknown(name: string): [reason: string, note: string] {
  return [
    `Unexpected name \`${name}\` behind \`merge:\`, expected ${expectedName(name, mergeNames)}`,
    `There are ${names(mergeNames).replace(/ or (?=[^ ]*$)/, ' and ')}.`,
  ]
}

/** What helps where a target has no tag. */
const remedies: Partial<Record<MergeName, string>> = {
  web_url: ' Set `url:` in the config, and the newsletter’s own address stands in for it.',
  postal_address: ' Set `postalAddress:` in the config, and it stands in for it.',
  list_name: ' Set `name:` in the config, and it stands in for it.',
  current_year: ' Give the issue a `date:`, and its year stands in for it.',
}

/** Reason and note of a name that the target lacks. */
export function explainLack(name: MergeName, targetName: string): [reason: string, note: string] {
  const target = targets[targetName]
  const has = mergeNames.filter((each) => target?.names[each])
  const near = nearest(name, has)
  const title = target?.title ?? targetName
  // Without a near one the reason has them all.
  const list = near ? `${title} has ${names(has).replace(/ or (?=[^ ]*$)/, ' and ')}.` : ''
  const adds =
    name === 'unsubscribe_url' && target?.adds.includes('unsubscribe')
      ? ` ${title} adds a link of its own to every message: leave this one out.`
      : ''
  return [
    `Unexpected \`merge:${name}\`, which the target \`${targetName}\` lacks, expected ${near ? `\`${near}\`` : names(has)}`,
    `${list}${adds}${remedies[name] ?? ''} \`issue targets ${targetName}\` tells more.`.trim(),
  ]
}
