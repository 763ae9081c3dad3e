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
 * Whether an out folder's manifest was written by a newsletter: the folder is in the newsletter's own; or the ids are the
 * same; or most issues that are listed are in the newsletter, with their subjects. The last recognises a newsletter that
 * was moved or renamed, and the manifest of an earlier version, which has no id.
 * @param out the out folder, absolute
 * @param root the newsletter's folder, absolute
 */
export function isManifestOf(
  { settings, issues }: Pick<Newsletter, 'settings' | 'issues'>,
  { id, issues: listed }: Manifest,
  { out, root }: { out: string; root: string },
): boolean {
  if (listed.length === 0 || isInside(readRealPath(root), readRealPath(out))) return true
  const texts = new Map(issues.map(({ file }) => [file.path, String(file)]))
  // Without `list.id`, two newsletters can have the same id.
  const isNamed = settings.name !== '' || settings.url !== undefined
  const isDistinct =
    settings.list?.id !== undefined || (isNamed && listed.some(({ source }) => texts.has(source)))
  if (id === createNewsletterId({ settings }) && isDistinct) return true
  const present = listed.filter(
    ({ source, subject }) => subject !== '' && texts.get(source)?.includes(subject),
  )
  return present.length * 2 > listed.length
}
