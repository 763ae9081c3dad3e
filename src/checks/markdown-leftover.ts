import { defineCheck } from './check.ts'
import { findEmphasis } from './markdown-leftover/emphasis.ts'
import { createForeignTagTest } from './markdown-leftover/foreign-tags.ts'
import { findHiddenWords, hiddenWord } from './markdown-leftover/hidden-words.ts'
import { findLines } from './markdown-leftover/lines.ts'
import { findLinks } from './markdown-leftover/links.ts'
import { formatCode, type Mark, markKinds } from './markdown-leftover/mark.ts'
import { findMarkup } from './markdown-leftover/markup.ts'
import { findNotation } from './markdown-leftover/notation.ts'
import { createScopes, type PlacedScope } from './markdown-leftover/scopes.ts'

/** In the order of precedence, for marks at the same place. */
const finders = [findLines, findLinks, findMarkup, findNotation, findEmphasis]

export const markdownLeftover = defineCheck({
  name: 'markdown-leftover',
  summary: 'Readers see no marks of Markdown or of its dialects, such as `**`, `[x] (y)` or `:tada:`.',
  note: `What Markdown does not understand is sent as it is typed. Correct it, or put a backslash before what is meant as text. The option \`allow\` accepts marks as they are written (\`:tada:\`) and whole kinds: ${markKinds.map((kind) => `\`${kind}\``).join(', ')}.`,
  level: 'error',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    const isForeignTag = createForeignTagTest(context.settings)
    for (const scope of createScopes(context))
      for (const mark of findMarks(scope)) {
        const { kind, start, end, expected, note, level = 'warning' } = mark
        const written = context.restore(scope.written(start, end))
        if (allow.includes(kind) || allow.includes(written) || isForeignTag(written)) continue
        const reason = `Unexpected ${formatCode(written)}, expected ${context.restore(expected)}`
        report(reason, { at: scope.place(start, end), note, level })
      }
    if (allow.includes('comment')) return
    for (const { tag, at } of findHiddenWords(context))
      if (!allow.includes(tag))
        report(`Unexpected ${formatCode(tag)}, expected \`<!-- … -->\``, {
          at,
          note: hiddenWord,
          level: 'warning',
        })
  },
})

/** The marks of a text in their order, without those within others and those that were typed as text. */
function findMarks(scope: PlacedScope): Mark[] {
  const found: Mark[] = []
  for (const mark of finders.flatMap((find) => find(scope))) {
    const index = findIndex(found, mark)
    const before = found[index - 1]
    const after = found[index]
    const overlaps = (before && mark.start < before.end) || (after && after.start < mark.end)
    if (!overlaps && !scope.isEscaped(mark)) found.splice(index, 0, mark)
  }
  return found
}

/** The index of the first mark that starts after another one. */
function findIndex(marks: readonly Mark[], { start }: Mark): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low
}
