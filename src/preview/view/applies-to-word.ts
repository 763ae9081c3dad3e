/** The version that classic Outlook 2016, 2019, 2021 and Microsoft 365 report; Outlook 2007 reported 12. */
const version = 16

/** The features that a condition can test without a number. `supportLists` and the like are written by Word itself. */
const traits: Record<string, boolean> = {
  mso: true,
  vml: true,
  true: true,
  supportlists: true,
  supportfields: true,
  supportfootnotes: true,
  supportmisalignedcolumns: true,
  supportemptyparas: true,
  supportlinebreaknewline: true,
}

const comparisons: Record<string, (tested: number) => boolean> = {
  gt: (tested) => version > tested,
  gte: (tested) => version >= tested,
  lt: (tested) => version < tested,
  lte: (tested) => version <= tested,
}

/**
 * Whether classic Outlook shows the content of a conditional comment.
 * @param expression what stands after `if`: `mso`, `!mso`, `gte mso 9`, `(gte mso 9)|(IE)`. Features that Word does not
 * know (`IE`) are false
 */
export function appliesToWord(expression: string): boolean {
  return parseAny(expression.toLowerCase().match(/[()&|!]|[^\s()&|!]+/g) ?? [])
}

/**
 * Evaluates conditions joined by `|`. Each of these functions removes from the tokens what it parses, and so has to be
 * called before `||` and `&&`, which would skip the call.
 */
function parseAny(tokens: string[]): boolean {
  let applies = parseAll(tokens)
  while (tokens[0] === '|') {
    tokens.shift()
    applies = parseAll(tokens) || applies
  }
  return applies
}

/** Evaluates conditions joined by `&`. */
function parseAll(tokens: string[]): boolean {
  let applies = parseOne(tokens)
  while (tokens[0] === '&') {
    tokens.shift()
    applies = parseOne(tokens) && applies
  }
  return applies
}

/** Evaluates a single condition, a negation or parentheses. */
function parseOne(tokens: string[]): boolean {
  const token = tokens.shift() ?? ''
  if (token === '!') return !parseOne(tokens)
  if (token !== '(') return parseTrait(token, tokens)
  const applies = parseAny(tokens)
  if (tokens[0] === ')') tokens.shift()
  return applies
}

/** Evaluates `mso`, `gte mso 9` or `mso 16`. */
function parseTrait(token: string, tokens: string[]): boolean {
  const compare = Object.hasOwn(comparisons, token) ? comparisons[token] : undefined
  const name = compare ? (tokens.shift() ?? '') : token
  const number = /^[\d.]+$/.test(tokens[0] ?? '') ? Number(tokens.shift()) : undefined
  if (name === 'mso' && number !== undefined)
    return compare ? compare(number) : Math.floor(number) === version
  return !compare && Object.hasOwn(traits, name) && traits[name] === true
}
