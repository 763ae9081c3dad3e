import type { VFile } from 'vfile'
import type { LinkBase } from '../addresses/resolve-link.ts'
import type { ImageRead, Shelf } from '../addresses/shelf.ts'
import type { Settings } from '../config/settings.ts'
import type { Matter } from '../issue.ts'
import type { Shield } from '../merge-tags/shield.ts'
import type { Strings, Theme } from '../theme/theme.ts'

/** What an issue's blocks are held against. */
export interface BlockContext {
  file: VFile
  /** The text that the tree's offsets count in. */
  source: string
  matter: Matter
  settings: Settings
  theme: Theme
  strings: Strings
  shelf: Shelf
  links: LinkBase
  shield: Shield
  /** The bytes of a poll's results by their path relative to the newsletter's root. */
  readResults: (path: string) => ImageRead
}
