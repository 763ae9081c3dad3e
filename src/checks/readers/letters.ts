/** A text without all that wrapping and typesetting can change: its letters and digits, in lower case. */
export function toLetters(text: string): string {
  return splitRuns(text).join('')
}

/** A text's letters, and where in them its words begin. */
export interface Letters {
  all: string
  starts: ReadonlySet<number>
}

/** As `toLetters`, without losing sight of the words. */
export function indexLetters(text: string): Letters {
  const starts = new Set<number>()
  let all = ''
  for (const run of splitRuns(text)) {
    starts.add(all.length)
    all += run
  }
  return { all, starts: starts.add(all.length) }
}

function splitRuns(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
