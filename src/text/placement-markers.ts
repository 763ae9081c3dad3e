/**
 * Markers around a sponsor's placements in a plaintext, from which a proof sheet extracts them. Only proofs are rendered
 * with markers, never an email that is sent.
 */
import { placementEnd, placementNameEnd, placementStart } from '../private-use.ts'
import type { Theme } from '../theme/theme.ts'
import type { Themes } from '../theme/themes.ts'

const markers = new RegExp(`${placementStart}[^${placementNameEnd}]*${placementNameEnd}|${placementEnd}`, 'g')

/** The name of the marker for the sponsor of a whole issue; a block is named by its first offset in the Markdown. */
const masthead = 'masthead'

/** The same themes, but with markers around the placements of sponsors in the plaintext. */
export function addPlacementMarkers(themes: Themes): Themes {
  const addTo = (theme: Theme): Theme => ({
    ...theme,
    render: (path, variables) => renderMarked(theme, path, variables),
  })
  return {
    ...themes,
    get(name) {
      const theme = themes.get(name)
      return theme && addTo(theme)
    },
  }
}

function renderMarked(theme: Theme, path: string, variables: Record<string, unknown>): string {
  if (path === 'blocks/sponsor.txt')
    return addMarkers(theme.render(path, variables), String(variables.offset))
  const { issue } = variables
  if (path !== 'layout.txt' || !isMap(issue) || !isMap(issue.sponsor)) return theme.render(path, variables)
  const { name, url } = issue.sponsor
  const sponsor = {
    ...issue.sponsor,
    name: addMarkers(String(name), masthead),
    url: addMarkers(String(url), masthead),
  }
  return theme.render(path, { ...variables, issue: { ...issue, sponsor } })
}

function addMarkers(text: string, name: string): string {
  return text.trim() === ''
    ? text
    : text.trimEnd().replace(/\S/, `${placementStart}${name}${placementNameEnd}$&`) + placementEnd
}

/**
 * Extracts one placement of a sponsor from a plaintext with markers.
 * @param marked the plaintext, rendered by themes from `markPlacements`
 * @param placement a block's first offset in the Markdown, or `masthead`
 * @returns its lines, without markers; `undefined` if the plaintext does not show it
 */
export function extractPlacementText(marked: string, placement: number | 'masthead'): string | undefined {
  const marker = `${placementStart}${placement}${placementNameEnd}`
  const first = marked.indexOf(marker)
  if (first === -1) return undefined
  const end = marked.indexOf('\n', marked.indexOf(placementEnd, marked.lastIndexOf(marker)))
  const start = marked.lastIndexOf('\n', first) + 1
  return marked.slice(start, end === -1 ? undefined : end).replace(markers, '')
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
