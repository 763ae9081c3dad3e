import { noProse } from '../readers/passage.ts'
import { createFinder, formatCode } from './mark.ts'

/** The beginning of an address: a scheme, `www.`, a path, a fragment, or an address that has become a link already. */
const address = `(?:${noProse}|https?:|mailto:|tel:|www\\.|\\.{0,2}/|#|<)`
/** A file with an extension that addresses and pictures have. */
const file = '[^()\\n]*\\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic|pdf|html?|md|mp4|zip|docx?)'

const destination = new RegExp(`^(?:${address}|${file}\\b)`, 'i')

/** An address in parentheses, which may have parentheses itself. */
const target = '\\((?:[^()\\n]|\\([^()\\n]*\\))+\\)'

const inText = 'If the brackets are meant as text, put a backslash before the first one.'

const unclosedTarget =
  'Without `)` after its address Markdown makes no link of it, and readers would see it as it is typed. An address with an open parenthesis in it stands in angle brackets.'

/** Encodes the spaces of a link's address, and puts a title in straight quotation marks. */
function encodeSpaces(written: string): string {
  return written.replace(/\]\s*\(([\s\S]*)\)$/, (_, url: string) => {
    const trimmed = url.trim()
    // A size, as other dialects have it: `![x](x.png =200x100)`.
    const [, sized] = /^(\S+)\s+=\d*%?x?\d*%?$/.exec(trimmed) ?? []
    if (sized) return `](${sized})`
    const [, bare, title] = /^(\S+)\s+["'“”„«‘](.*?)["'“”»’‘]?$/su.exec(trimmed) ?? []
    const [, path, own] = /^(\S.*?)\s+("[^"]*")$/s.exec(trimmed) ?? []
    if (path && path !== bare && !bare) return `](<${path}> ${own})`
    if (bare) return `](${bare} "${title?.replaceAll('"', '”')}")`
    return /^(?:mailto|https?|tel):/i.test(trimmed)
      ? `](${trimmed.replace(/ /g, '%20')})`
      : `](<${trimmed.replace(/^<|>$/g, '')}>)`
  })
}

/** Finds links and pictures that Markdown did not parse as such. */
export const findLinks = createFinder(/[[\]［<]/, [
  {
    kind: 'picture',
    pattern: new RegExp(`!\\[[^[\\]\\n]*\\]${target}`, 'g'),
    expected: (_, written) => formatCode(encodeSpaces(written)),
    note: 'Markdown makes no picture of it, and readers would see it as it is typed. An address with spaces stands in angle brackets, or has `%20` instead of each space. If it is meant as text, put a backslash before `!` and `[`.',
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\[[^[\\]\\n]+\\]${target}`, 'g'),
    test: ({ 0: found }) => isDestination(found),
    expected: (_, written) => formatCode(encodeSpaces(written)),
    note: `Markdown makes no link of it, and readers would see it as it is typed. An address with spaces stands in angle brackets, or has \`%20\` instead of each space; a title after it stands in quotation marks. ${inText}`,
    level: 'error',
  },
  {
    kind: 'picture',
    pattern: new RegExp(`!\\[[^[\\]\\n]*\\][ \\u00a0]+${target}`, 'g'),
    expected: (_, written) => formatCode(written.replace(/\]\s+\(/, '](')),
    note: 'With a space between the brackets Markdown makes no picture of it, and readers would see it as it is typed. Remove the space.',
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`(?<!\\])\\[(?!\\d+\\])[^[\\]\\n]+\\](?:[ \\u00a0]+|\\n)${target}`, 'g'),
    test: ({ 0: found }) => isDestination(found),
    expected: (_, written) => formatCode(encodeSpaces(written.replace(/\]\s+\(/, ']('))),
    note: `With a space between the brackets Markdown makes no link of it, and readers would see it as it is typed. Remove the space. ${inText}`,
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\[[^[\\]\\n]+\\]\\[(?:${noProse}|https?:|mailto:|www\\.)[^\\]\\n]*\\]`, 'gi'),
    expected: (_, written) => formatCode(written.replace(/\]\[(.*)\]$/s, ']($1)')),
    test: (match, { written }) =>
      isAddressLabel(written(match.index ?? 0, (match.index ?? 0) + match[0].length)),
    note: `The address of a link stands in parentheses. ${inText}`,
    level: 'error',
  },
  {
    kind: 'link',
    // The address may be followed by a sign that has become part of it.
    pattern: new RegExp(`(?:\\[(?!\\d+\\])[^\\]\\n]+\\]（|［[^］\\n]+］[（(])${noProse}[）)]?`, 'g'),
    test: ({ 0: found }) => /[）)]$/.test(found) || found.startsWith('［'),
    expected: (_, written) => formatCode(written.replace(/^.(.*).[（(](.*?)[）)]?$/su, '[$1]($2)')),
    note: `Wide brackets make no link, and readers would see them. Type \`[\`, \`]\`, \`(\` and \`)\`. ${inText}`,
  },
  {
    kind: 'picture',
    pattern: new RegExp(`!\\([^()\\n]+\\)\\[(?:${noProse}|[^\\]\\n]+\\.(?:png|jpe?g|gif|webp))\\]`, 'gi'),
    expected: (_, written) => formatCode(written.replace(/^!\((.*)\)\[(.*)\]$/s, '![$1]($2)')),
    note: 'In a picture the description stands in square brackets, the path in parentheses.',
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`<${noProse}[^<>\\n]+>`, 'g'),
    expected: (_, written) => formatCode(written.replace(/ /g, '%20')),
    note: 'An address in angle brackets has no spaces: readers would see the brackets, and the link would lead elsewhere.',
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\([^()\\n]+\\)\\[${address}[^\\]\\n]*\\]`, 'gi'),
    expected: (_, written) => formatCode(written.replace(/^\((.*)\)\[(.*)\]$/s, '[$1]($2)')),
    note: `In a link the words stand in square brackets, the address in parentheses. ${inText}`,
    level: 'error',
  },
  {
    kind: 'picture',
    pattern: new RegExp(
      `!\\[[^[\\]\\n]*\\]\\((?:${noProse}|[^()\\s]+\\.(?:png|jpe?g|gif|webp|svg)(?![\\w]))`,
      'gi',
    ),
    expected: (_, written) => formatUnclosed(written),
    note: unclosedTarget.replace('no link', 'no picture'),
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\[[^[\\]\\n]+\\]\\(${noProse}`, 'g'),
    expected: (_, written) => formatUnclosed(written),
    note: `${unclosedTarget} ${inText}`,
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\[[^[\\]()\\n]*[^[\\]()\\s]\\(${noProse}\\)(?![^[\\]]*\\])`, 'g'),
    expected: (_, written) => formatCode(written.replace(/\((?=[^(]*$)/, '](')),
    note: `Without \`]\` after its words Markdown makes no link of it, and readers would see it as it is typed. ${inText}`,
    level: 'error',
  },
  {
    kind: 'link',
    pattern: new RegExp(`\\]\\(${noProse}\\)`, 'g'),
    test: ({ index = 0, input = '' }) => !hasOpenBracket(input.slice(0, index)),
    expected: '`[` before the words of the link',
    note: 'Without `[` before its words Markdown makes no link of it, and readers would see the rest as it is typed. If it is meant as text, put a backslash before `]`.',
    level: 'error',
  },
])

/** Adds the missing `)`; an address with an open parenthesis in it stands in angle brackets. */
function formatUnclosed(written: string): string {
  const [, words = '', url = ''] = /^(!?\[[^\]]*\])\((.*)$/s.exec(written) ?? []
  const isBalanced = url.split('(').length === url.split(')').length
  return formatCode(isBalanced ? `${words}(${url})` : `${words}(<${url}>)`)
}

function hasOpenBracket(before: string): boolean {
  return before.lastIndexOf('[') > before.lastIndexOf(']')
}

/** Whether a link has its address where a label would be: `[words][https://…]`. */
export function isAddressLabel(link: string): boolean {
  return /\]\[(?:https?:|mailto:|www\.)[^\]]*\]$/i.test(link)
}

function isDestination(link: string): boolean {
  const url = /\]\s*\(\s*([\s\S]*?)\s*\)$/.exec(link)?.[1] ?? ''
  return destination.test(url)
}
