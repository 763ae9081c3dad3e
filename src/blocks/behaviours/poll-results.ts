import { report } from '../../diagnostics/report.ts'
import { formatResultsPath, type PollResults, parsePollResults } from '../../polls/poll-results.ts'
import type { Block, Directive } from '../../types.ts'
import type { BlockContext } from '../block-context.ts'
import { attributePlace } from '../opening-line.ts'

/** How many characters the longest bar of plaintext has: with its number it stays far within 72 columns. */
const barLength = 30

/** What came of an earlier issue's poll, as `issue poll tally` counted it. */
export function pollResults(block: Block, node: Directive, context: BlockContext): void {
  const { from } = block.attributes
  if (typeof from !== 'string') return
  const [, issue = '', poll = 'poll'] = /^([^#]*)(?:#(.*))?$/s.exec(from) ?? []
  const say = (reason: string, note: string) =>
    report(context.file, reason, {
      ruleId: 'poll-results',
      place: attributePlace(node, 'from', context.source),
      note,
    })
  if (!isName(issue) || !isName(poll)) {
    say(
      `Unexpected value \`${from}\` of \`from\`, expected an issue’s slug and a poll’s id`,
      'Write them with `#` between them: `from="2024-11-28-sora#feedback"`.',
    )
    return
  }
  const path = formatResultsPath(issue, poll)
  const read = context.readResults(path)
  const tally = `\`npx issue poll tally ${issue} ${poll}\` counts the votes and writes them there.`
  if ('problem' in read) {
    const isMissing = read.problem === 'missing'
    const reason = isMissing ? 'Cannot find' : 'Cannot read'
    say(`${reason} the results of the poll \`${issue}#${poll}\``, `Looked for \`${path}\`. ${tally}`)
    return
  }
  const results = parsePollResults(new TextDecoder().decode(read.bytes))
  if ('problem' in results) {
    const why = `\`${path}\` is there, but ${results.problem}.`
    say(`Cannot read the results of the poll \`${issue}#${poll}\``, `${why} ${tally}`)
    return
  }
  block.extra.results = toView(results, context)
}

function isName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(text)
}

/**
 * The results as templates see them: numbers in the digits of the language, and the lengths of the bars. The texts were
 * words when they were voted on, tags long since replaced: what looks like one is none.
 */
function toView({ question, options, votes }: PollResults, context: BlockContext): Record<string, unknown> {
  const { matter, tags } = context
  const number = new Intl.NumberFormat(matter.lang)
  const percent = new Intl.NumberFormat(matter.lang, { style: 'percent' })
  return {
    question: tags.protectLiterals(question),
    votes: number.format(votes),
    options: options.map((option) => {
      const share = votes === 0 ? 0 : option.votes / votes
      const filled = Math.round(share * barLength)
      return {
        id: option.id,
        text: tags.protectLiterals(option.text),
        votes: number.format(option.votes),
        percent: percent.format(share),
        width: Math.round(share * 100),
        rest: 100 - Math.round(share * 100),
        bar: '#'.repeat(filled) + '.'.repeat(barLength - filled),
      }
    }),
  }
}
