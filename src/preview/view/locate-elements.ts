import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { marker, startTag } from '../../theme/source-markers.ts'

/** The attribute that says where an element was written: `issues/x.md:12:1`. */
export const placeAttribute = 'data-at'

const attributes = new RegExp(` (?:${marker}|${placeAttribute})="([^"]*)"`, 'g')

/**
 * Turns the marks of the finished HTML into places that a person can go to: path, line and column, counted from 1,
 * columns in UTF-16 units. Elements of the shipped templates get none, since those files are not the newsletter's.
 * @param marked the finished HTML with its marks (see `theme/marks.ts`). Best while its merge tags are still tokens:
 * one with a lone quote in it would hide where its start tag ends
 * @param file the Markdown that it was made of; its `cwd` is the newsletter's root
 * @param templates the theme's files under their paths in the template, in the theme's order: marks count in it
 */
export function locateElements(marked: string, file: VFile, templates: ReadonlyMap<string, VFile>): string {
  // Offsets do not count a byte order mark, whether the parser has taken it off by now or not.
  const points = location(String(file).replace(/^\ufeff/, ''))
  const own = [...templates.values()].map(({ cwd, path }) => (cwd === file.cwd ? path : undefined))
  const toPlace = (value: string): string | undefined => {
    const [, template, rest] = /^t(\d+):(\d+:\d+)$/.exec(value) ?? []
    if (template !== undefined) {
      const path = own[Number(template)]
      return path === undefined ? undefined : `${path}:${rest}`
    }
    // What a block's template drew leads to the block: the writer's own line.
    const [, start] = /^(?:t[\d:]+@)?(\d+)-\d+$/.exec(value) ?? []
    const point = start === undefined ? undefined : points.toPoint(Number(start))
    return point && `${file.path}:${point.line}:${point.column}`
  }
  return marked.replace(startTag, (tag) =>
    tag.replace(attributes, (whole, value: string) => {
      // A `data-at` that is there already was written by somebody, who may not say which file is to be opened.
      const place = whole.startsWith(` ${marker}=`) ? toPlace(value) : undefined
      return place === undefined ? '' : ` ${placeAttribute}="${toValue(place)}"`
    }),
  )
}

function toValue(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
