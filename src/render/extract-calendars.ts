import type { Nodes, Root } from 'mdast'
import { getExtra } from '../blocks/get-extra.ts'
import { event } from '../blocks/shipped/event.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { formatCalendar } from '../mail/format-calendar.ts'
import type { RenderContext } from './render-context.ts'

/** A calendar file of an issue. */
export interface CalendarFile {
  /** In the folder. */
  path: string
  text: string
}

/** Creates the calendar files of an issue whose blocks have been validated: one for each event that the email links to. */
export function extractCalendars(tree: Root, { matter, settings, tags }: RenderContext): CalendarFile[] {
  const files: CalendarFile[] = []
  const restore = (text: string) => tags.restore(text, 'words')
  walkTree<Nodes>(tree, (node) => {
    const isBlock = node.type === 'containerDirective' || node.type === 'leafDirective'
    const block = isBlock ? node.data?.block : undefined
    const extra = block && getExtra(block, event)
    if (!extra?.calendar || settings.url === undefined) return
    const { fileName, title, start, end, place, url } = extra.event
    const { host } = new URL(settings.url)
    const text = formatCalendar({
      uid: `${matter.slug}.${fileName.slice(0, -'.ics'.length)}@${host}`,
      published: matter.date === undefined ? start.moment : Date.parse(matter.date),
      title: restore(title).trim(),
      start: start.moment,
      end: end?.moment ?? null,
      isDay: start.isDay,
      place: place === null ? null : restore(place),
      url: url === null ? null : restore(url),
    })
    files.push({ path: fileName, text })
  })
  return files
}
