import type { VFile } from 'vfile'
import type { ImageRead, ImageStore } from '../images/image-store.ts'
import type { Shield } from '../merge-tags/shield.ts'
import type { Settings } from '../settings.ts'
import type { Strings, Theme } from '../theme/theme.ts'
import type { Directive, Matter } from '../types.ts'
import type { LinkBase } from '../urls/resolve-link.ts'
import type { BlockResolveContext } from './resolve-context.ts'

/** What an issue's blocks are validated against. */
export interface BlockContext {
  file: VFile
  /** The text that the tree's offsets count in. */
  source: string
  matter: Matter
  settings: Settings
  theme: Theme
  strings: Strings
  imageStore: ImageStore
  links: LinkBase
  shield: Shield
  /** The bytes of a poll's results by their path relative to the newsletter's root. */
  readResults: (path: string) => ImageRead
}

/** What the definitions of shipped blocks see besides what a config's may rely on. */
export interface ShippedBlockContext extends BlockContext, BlockResolveContext {
  node: Directive
  /** The ids that the earlier blocks of this name have. */
  usedIds: Set<string>
}
