import { report } from '../../diagnostics/report.ts'
import { decodeSocialIcon, iconSize, type SocialService } from '../../images/social/social-icons.ts'
import type { Strings } from '../../theme/theme.ts'
import type { Picture } from '../../types.ts'
import { defineBlock } from '../define-block.ts'
import { openingLine } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** How readers know each service. The names of three are words, which the template has in the language. */
const names: Record<SocialService, string | { string: keyof Strings }> = {
  website: { string: 'website' },
  email: { string: 'email' },
  rss: 'RSS',
  podcast: 'Podcast',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  x: 'X',
  threads: 'Threads',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  github: 'GitHub',
  discord: 'Discord',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  pinterest: 'Pinterest',
  reddit: 'Reddit',
}

export interface SocialExtra {
  /** The services in the order in which they were written; the address of each is the attribute of its name. */
  services: { id: string; name: string; icon: Picture }[]
}

/** Gives each service its name and its picture. */
export const social = defineBlock({
  name: 'social',
  resolve({ attributes }, context: ShippedBlockContext): SocialExtra | undefined {
    // A block of the newsletter's own with this name is another one.
    if (!Object.hasOwn(attributes, 'mastodon')) return undefined
    const { node, imageStore, file, source, theme } = context
    const written = Object.keys(node.attributes ?? {}).filter((id) => attributes[id] && isService(id))
    if (written.length === 0)
      report(file, 'Missing addresses in block `social`', {
        ruleId: 'block-attribute',
        place: openingLine(node, source),
        note: 'Write the address of each account behind the name of its service: `{mastodon="https://…" rss="https://…"}`.',
      })
    const services = written.filter(isService).map((id) => {
      const size = { width: iconSize, height: iconSize }
      const icon = imageStore.add(`social-${id}.png`, decodeSocialIcon(id, theme.tokens.icon), size)
      return { id, name: findName(id, context.strings), icon }
    })
    return { services }
  },
})

function isService(id: string): id is SocialService {
  return Object.hasOwn(names, id)
}

function findName(id: SocialService, strings: Strings): string {
  const name = names[id]
  return typeof name === 'string' ? name : (strings[name.string] ?? id)
}
