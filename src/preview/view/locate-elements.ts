import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { startTag } from '../../hast/start-tag.ts'
import { marker } from '../../theme/source-markers.ts'

/** The attribute with the place where an element was written: `issues/x.md:12:1`. */
export const placeAttribute = 'data-at'

/**
 * The attribute for what a shipped template has added to an element of the issue: `styles`, to one that Markdown made;
 * `all`, to one of its blocks. What a client lacks there is by the template's design, and not the writer's.
 */
export const shippedAttribute = 'data-shipped'

const attributes = new RegExp(` (?:${marker}|${placeAttribute}|${shippedAttribute})="([^"]*)"`, 'g')

/**
 * Replaces the source markers of the finished HTML by places: path, line and column, both from 1, columns in UTF-16
 * units. Elements of the shipped templates get no place, since those files do not belong to the newsletter.
 * @param marked the finished HTML with source markers (see `theme/source-markers.ts`), its merge tags still tokens: a
 * merge tag with a single quote in it would hide the end of its start tag
 * @param file the Markdown file of the issue; its `cwd` is the newsletter's root
 * @param templates the theme's files under their paths in the template, in the order in which the markers number them
 */
export function locateElements(marked: string, file: VFile, templates: ReadonlyMap<string, VFile>): string {
  // Offsets do not count a byte order mark, which the parser may not have removed yet.
  const text = String(file).replace(/^\ufeff/, '')
  const points = location(text)
  const own = [...templates.values()].map(({ cwd, path }) => (cwd === file.cwd ? path : undefined))
  const resolvePlace = (value: string): string | undefined => {
    const [, template, rest] = /^t(\d+):(\d+:\d+)$/.exec(value) ?? []
    if (template !== undefined) {
      const path = own[Number(template)]
      return path === undefined ? undefined : `${path}:${rest}`
    }
    // The place of a block's elements is the block in the issue.
    const [, start] = /^(?:t[\d:]+@)?(\d+)-\d+$/.exec(value) ?? []
    const point = start === undefined ? undefined : points.toPoint(Number(start))
    return point && `${file.path}:${point.line}:${point.column}`
  }
  const isShipped = own.length > 0 && own.every((path) => path === undefined)
  const findShipped = (value: string): string => {
    const [, template, start] = /^(?:t(\d+):[\d:]+@)?(\d+)-\d+$/.exec(value) ?? []
    if (template !== undefined) return own[Number(template)] === undefined ? 'all' : ''
    // An element that is written as HTML has the styles that the writer gave it.
    return isShipped && start !== undefined && text[Number(start)] !== '<' ? 'styles' : ''
  }
  return marked.replace(startTag, (tag) =>
    tag.replace(attributes, (whole, value: string) => {
      // A `data-at` that an author has written must not decide which file is opened.
      const place = whole.startsWith(` ${marker}=`) ? resolvePlace(value) : undefined
      if (place === undefined) return ''
      const shipped = findShipped(value)
      const added = shipped === '' ? '' : ` ${shippedAttribute}="${shipped}"`
      return ` ${placeAttribute}="${escapeAttribute(place)}"${added}`
    }),
  )
}

function escapeAttribute(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
