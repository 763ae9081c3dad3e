import type { Manifest } from '../files/manifest.ts'
import { isInside, readRealPath } from '../files/paths.ts'
import { sha256 } from '../files/sha256.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Creates the id by which a newsletter recognises the folders that it has written: of `list.id`, which a newsletter has
 * for its whole life, or else of its name, its address and its language. Nothing of it depends on the machine, on the
 * newsletter's folder or on the out folder, so that a clone writes the same bytes. It is a digest, since the manifest is
 * published.
 */
export function createNewsletterId({ settings }: Pick<Newsletter, 'settings'>): string {
  const { list, name, url, lang } = settings
  const parts = list?.id === undefined ? [name, url ?? '', lang] : [list.id]
  return sha256(Buffer.from(JSON.stringify(parts))).slice(0, 16)
}

/**
 * Finds out whether an out folder's manifest was written by a newsletter: the folder is in the newsletter's own; or the
 * ids are the same, with the same `list.id` or an issue that both have; or most issues that are listed are in the
 * newsletter, with their subjects. The last recognises a newsletter that was moved or renamed, and the manifest of an
 * earlier version, which has no id.
 * @param out the out folder, absolute
 * @param root the newsletter's folder, absolute
 * @returns `unclear` when the only issue that both have has another subject now: it may be that of another newsletter
 *   with the same name
 */
export function recognizeManifest(
  { settings, issues }: Pick<Newsletter, 'settings' | 'issues'>,
  { id, issues: listed }: Manifest,
  { out, root }: { out: string; root: string },
): 'own' | 'unclear' | 'other' {
  if (listed.length === 0 || isInside(readRealPath(root), readRealPath(out))) return 'own'
  const texts = new Map(issues.map(({ file }) => [file.path, extractWords(String(file))]))
  const present = listed.filter(({ source, subject }) => {
    const words = extractWords(subject)
    return words !== ' ' && texts.get(source)?.includes(words)
  })
  if (present.length * 2 > listed.length) return 'own'
  if (id !== createNewsletterId({ settings })) return 'other'
  if (settings.list?.id !== undefined) return 'own'
  // Without `list.id`, two newsletters can have the same id, and issues in files of the same names (`issues/1.md`).
  if (settings.name === '' && settings.url === undefined) return 'other'
  if (present.length > 0) return 'own'
  return listed.filter(({ source }) => texts.has(source)).length === 1 ? 'unclear' : 'other'
}

/** The words of a text, each between two spaces, without markup. */
function extractWords(text: string): string {
  return ` ${(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `.replace(/^ {2}$/, ' ')
}
