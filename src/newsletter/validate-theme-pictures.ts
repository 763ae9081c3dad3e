import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { createImageStore, type ImageRead } from '../images/image-store.ts'
import type { Settings } from '../settings.ts'
import { createPlaceFinder } from './find-config-place.ts'

const names = ['logo', 'logo-dark', 'header'] as const

/** What a path of a picture has, and an address or a merge tag has not. */
const path = /^(?![a-z][a-z\d+.-]*:|\/)[^{}*|%[\]<>]+$/i

/**
 * Reports each picture of the config's `theme` that cannot be read, where it is written. Otherwise every issue would have
 * the same error.
 * @param file the config's file
 * @param readImage reads a picture by its path relative to the newsletter's folder
 */
export function validateThemePictures(
  { theme }: Settings,
  file: VFile,
  readImage: (path: string) => ImageRead,
): void {
  const written = names.filter((name) => path.test(String(theme[name] ?? '')))
  if (written.length === 0) return
  const placeOf = createPlaceFinder(file)
  const store = createImageStore({ readImage, issuePath: '', slug: '', column: 600, restore: (text) => text })
  for (const name of written) {
    const resolved = store.resolve(String(theme[name]), 'root')
    if ('picture' in resolved) continue
    report(file, resolved.reason, {
      ruleId: 'image-file',
      place: placeOf?.(['theme', name]),
      note: `This is the ${name === 'header' ? 'picture' : 'logo'} that \`theme.${name}\` names. ${resolved.note}`,
    })
  }
}
