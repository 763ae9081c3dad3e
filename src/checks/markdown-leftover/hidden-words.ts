import type { Position } from 'unist'
import { resolveTarget } from '../../targets/resolve-target.ts'
import type { CheckContext } from '../check.ts'
import { createNativePattern, findNativeTags } from '../readers/find-native-tags.ts'
import { createPosition } from '../readers/passage.ts'

export const hiddenWord =
  'It is a comment of a note-taking app, or a merge tag of Salesforce. A comment is sent like any text: write it as `<!-- … -->`, or delete it. If it is a merge tag, list its name in the config, `merge: { fields: [city] }`.'

const oneWord = /^%%(\p{Ll}+)%%$/u

/** Names of one word that Salesforce Marketing Cloud fills in by itself. */
const salesforce = new Set([
  'emailaddr',
  'jobid',
  'memberid',
  'listid',
  'subscriberid',
  'firstname',
  'lastname',
])

/**
 * Finds `%%hidden%%`, a comment of one word in Obsidian, where the target accepts every tag. An issue that has certain
 * tags of Salesforce has no such comments.
 * @param context the check's context
 */
export function findHiddenWords(context: CheckContext): { tag: string; at: Position | undefined }[] {
  const { file, settings } = context
  if (!String(file).includes('%%')) return []
  // `merge-dialect` reports it for every other target.
  if (!resolveTarget(settings, settings.target)?.acceptsAnyTag) return []
  const tags = findNativeTags(context, createNativePattern(context)).filter(({ tag }) => tag.startsWith('%%'))
  const fields = settings.merge?.fields ?? []
  const isTag = (tag: string) => {
    const [, word] = oneWord.exec(tag) ?? []
    return word === undefined || salesforce.has(word) || fields.includes(word)
  }
  if (tags.some(({ tag }) => isTag(tag))) return []
  return tags.map(({ tag, offset }) => ({ tag, at: createPosition(file, offset, offset + tag.length) }))
}
