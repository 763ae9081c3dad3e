import { report } from '../../diagnostics/report.ts'
import { formatResultsPath, type PollResults, parsePollResults } from '../../polls/poll-results.ts'
import { defineBlock } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** The length of the longest bar in plaintext, in characters: with its number it is well below 72 columns. */
const barLength = 30

/** The results for templates: numbers in the format of the issue's language, and the lengths of the bars. */
export interface ResultsView {
  question: string
  votes: string
  options: {
    id: string
    text: string
    votes: string
    percent: string
    /** The bar's width in percent of the whole width, and the remaining width. */
    width: number
    rest: number
    /** The bar of plaintext. */
    bar: string
  }[]
}

/** The results of an earlier issue's poll, as `issue poll tally` wrote them. */
export const pollResults = defineBlock({
  name: 'poll-results',
  acceptsInvalid: true,
  resolve({ attributes: { from } }, context: ShippedBlockContext): { results: ResultsView } | undefined {
    const results = typeof from === 'string' ? readResults(from, context) : undefined
    return results && { results: createResultsView(results, context) }
  },
})

function readResults(from: string, context: ShippedBlockContext): PollResults | undefined {
  const [, issue = '', poll = 'poll'] = /^([^#]*)(?:#(.*))?$/s.exec(from) ?? []
  const reportFrom = (reason: string, note: string): undefined => {
    const place = attributePlace(context.node, 'from', context.source)
    report(context.file, reason, { ruleId: 'poll-results', place, note })
  }
  if (!isName(issue) || !isName(poll))
    return reportFrom(
      `Unexpected value \`${from}\` of \`from\`, expected an issue’s slug and a poll’s id`,
      'Write them with `#` between them: `from="2024-11-28-sora#feedback"`.',
    )
  const path = formatResultsPath(issue, poll)
  const read = context.readResults(path)
  const tally = `\`npx issue poll tally ${issue} ${poll}\` counts the votes and writes them there.`
  if ('problem' in read) {
    const reason = read.problem === 'missing' ? 'Cannot find' : 'Cannot read'
    return reportFrom(
      `${reason} the results of the poll \`${issue}#${poll}\``,
      `Looked for \`${path}\`. ${tally}`,
    )
  }
  const results = parsePollResults(new TextDecoder().decode(read.bytes))
  if (!('error' in results)) return results
  const why = `\`${path}\` is there, but ${results.error}.`
  return reportFrom(`Cannot read the results of the poll \`${issue}#${poll}\``, `${why} ${tally}`)
}

function isName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(text)
}

/** The texts are plain words, whose merge tags were replaced when they were sent: what still looks like a tag is not one. */
function createResultsView(
  { question, options, votes }: PollResults,
  { matter, tags }: ShippedBlockContext,
): ResultsView {
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
