import type { VFile } from 'vfile'
import type { ImageRead, ImageStore } from '../images/image-store.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import type { Strings, Theme } from '../theme/theme.ts'
import type { Matter } from '../types.ts'
import type { LinkBase } from '../urls/resolve-link.ts'
import type { FindArchived } from './archive.ts'

/** What an issue's blocks are validated against. */
export interface BlockContext {
  file: VFile
  /** The text, which the tree's offsets refer to. */
  source: string
  matter: Matter
  settings: Settings
  theme: Theme
  strings: Strings
  imageStore: ImageStore
  links: LinkBase
  tags: TagStore
  /** The bytes of a poll's results by their path relative to the newsletter's root. */
  readResults: (path: string) => ImageRead
  /** The bytes of any other file by its path relative to the newsletter's root. */
  readFile: (path: string) => ImageRead
  /** Looks up other issues of the newsletter. */
  findArchived: FindArchived
}
