/** The addresses of players on other sites' pages, and the page that each shows. */
const players: [RegExp, (match: RegExpExecArray) => string][] = [
  [
    /^\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:[^#]*&)?list=([\w-]+)/i,
    ([, list = '']) => `//www.youtube.com/playlist?list=${list}`,
  ],
  [
    /^\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)(?:\?(?:[^#]*&)?start=(\d+))?/i,
    ([, id = '', start]) => `//www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
  ],
  [
    /^\/\/player\.vimeo\.com\/video\/(\d+)(?:\?(?:[^#]*&)?h=(\w+))?/i,
    ([, id = '', hash]) => `//vimeo.com/${id}${hash ? `/${hash}` : ''}`,
  ],
  [
    /^\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/i,
    ([, id = '']) => `//www.dailymotion.com/video/${id}`,
  ],
  [/^\/\/open\.spotify\.com\/embed\/(\w+\/\w+)/i, ([, path = '']) => `//open.spotify.com/${path}`],
]

/**
 * The page that shows what a player's address plays: `youtube.com/watch` for `youtube.com/embed`. Another address is
 * returned as it is; without a scheme it gets `https:`.
 */
export function parsePlayerAddress(address: string): string {
  const bare = address.replace(/^https?:(?=\/\/)/i, '')
  for (const [pattern, createPage] of players) {
    const match = pattern.exec(bare)
    if (match) return `https:${createPage(match)}`
  }
  return address.startsWith('//') ? `https:${address}` : address
}
