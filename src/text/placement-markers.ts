/**
 * Marks that tell where a sponsor's placements stand in a plaintext. They are there while a proof is made, and only
 * then: an email that goes out is drawn without them.
 */
import { placementEnd, placementNameEnd, placementStart } from '../private-use.ts'
import type { Theme } from '../theme/theme.ts'
import type { Themes } from '../theme/themes.ts'

const marks = new RegExp(`${placementStart}[^${placementNameEnd}]*${placementNameEnd}|${placementEnd}`, 'g')

/** What marks the sponsor of a whole issue; a block is marked by its first offset in the Markdown. */
const masthead = 'masthead'

/** The same templates, whose plaintext bears marks around the placements of sponsors. */
export function markPlacements(themes: Themes): Themes {
  const mark = (theme: Theme): Theme => ({
    ...theme,
    draw: (path, variables) => drawMarked(theme, path, variables),
  })
  return {
    ...themes,
    get(name) {
      const theme = themes.get(name)
      return theme && mark(theme)
    },
  }
}

function drawMarked(theme: Theme, path: string, variables: Record<string, unknown>): string {
  if (path === 'blocks/sponsor.txt') return toMarked(theme.draw(path, variables), String(variables.offset))
  const { issue } = variables
  if (path !== 'layout.txt' || !isMap(issue) || !isMap(issue.sponsor)) return theme.draw(path, variables)
  const { name, url } = issue.sponsor
  const sponsor = {
    ...issue.sponsor,
    name: toMarked(String(name), masthead),
    url: toMarked(String(url), masthead),
  }
  return theme.draw(path, { ...variables, issue: { ...issue, sponsor } })
}

function toMarked(text: string, name: string): string {
  return text.trim() === ''
    ? text
    : text.trimEnd().replace(/\S/, `${placementStart}${name}${placementNameEnd}$&`) + placementEnd
}

/**
 * One placement of a sponsor, cut out of a plaintext with marks.
 * @param placement a block's first offset in the Markdown, or `masthead`
 * @returns its lines; nothing when the plaintext does not show it
 */
export function extractPlacementText(marked: string, placement: number | 'masthead'): string | undefined {
  const mark = `${placementStart}${placement}${placementNameEnd}`
  const first = marked.indexOf(mark)
  if (first === -1) return undefined
  const end = marked.indexOf('\n', marked.indexOf(placementEnd, marked.lastIndexOf(mark)))
  const start = marked.lastIndexOf('\n', first) + 1
  return marked.slice(start, end === -1 ? undefined : end).replace(marks, '')
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
