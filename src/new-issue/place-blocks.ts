/** The blocks that are placed in a new issue, as Markdown; each may be empty. */
export interface PlacedBlocks {
  sponsors: string
  results: string
}

/** Lines of `issues/_template.md` that say where the blocks are placed. */
const sponsorsLine = /^[ \t]*\{sponsors\}[ \t]*$/m
const resultsLine = /^[ \t]*\{poll_results\}[ \t]*$/m

/**
 * Formats the blocks of sponsors. Their words are still to be written, which the check `word-leftover` reports until then.
 * @param sponsors keys and names of the config
 */
export function formatSponsors(sponsors: readonly { key: string; name: string }[]): string {
  return sponsors
    .map(({ key, name }) => {
      const id = /^[\w-]+$/.test(key) ? `#${key}` : `id=${JSON.stringify(key)}`
      return `:::sponsor{${id}}\nTODO: the words of ${name.replace(/\s+/g, ' ')}.\n:::`
    })
    .join('\n\n')
}

/** Formats the blocks of counted polls, which are named as `2025-01-07-tea#feedback`. */
export function formatResults(polls: readonly string[]): string {
  return polls.map((poll) => `::poll-results{from="${poll}"}`).join('\n\n')
}

/**
 * Places the blocks at the lines `{sponsors}` and `{poll_results}`, else the sponsors before the first section and the
 * results at the end.
 * @param body the Markdown
 */
export function placeBlocks(body: string, { sponsors, results }: PlacedBlocks): string {
  const withSponsors = sponsorsLine.test(body)
    ? replaceLine(body, sponsorsLine, sponsors)
    : insertBefore(body, /^#{2,6}[ \t]/m, sponsors)
  return resultsLine.test(withSponsors)
    ? replaceLine(withSponsors, resultsLine, results)
    : insertBefore(withSponsors, undefined, results)
}

function replaceLine(body: string, line: RegExp, blocks: string): string {
  const replaced = body.replace(line, () => blocks)
  return blocks === '' ? replaced.replace(/\n{3,}/g, '\n\n') : replaced
}

function insertBefore(body: string, place: RegExp | undefined, blocks: string): string {
  if (blocks === '') return body
  const found = place === undefined ? -1 : body.search(place)
  const index = found === -1 ? body.length : found
  return [body.slice(0, index).trim(), blocks, body.slice(index).trim()]
    .filter((part) => part !== '')
    .join('\n\n')
}
