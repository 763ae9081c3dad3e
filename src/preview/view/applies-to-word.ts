/** What classic Outlook says its version is: 2016, 2019, 2021 and Microsoft 365 are all 16. 2007 was 12. */
const version = 16

/** Words that stand for themselves: what Word can do. `supportLists` and its like are written by Word itself. */
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

const comparisons: Record<string, (asked: number) => boolean> = {
  gt: (asked) => version > asked,
  gte: (asked) => version >= asked,
  lt: (asked) => version < asked,
  lte: (asked) => version <= asked,
}

/**
 * Whether classic Outlook shows what stands in a conditional comment.
 * @param expression what stands after `if`: `mso`, `!mso`, `gte mso 9`, `(gte mso 9)|(IE)`. A word that Word does not
 * know (`IE`) is false to it
 */
export function appliesToWord(expression: string): boolean {
  return readAny(expression.toLowerCase().match(/[()&|!]|[^\s()&|!]+/g) ?? [])
}

/** Takes what it reads off the tokens, as the others do. `met` is asked last, so that they are all gone through. */
function readAny(tokens: string[]): boolean {
  let met = readAll(tokens)
  while (tokens[0] === '|') {
    tokens.shift()
    met = readAll(tokens) || met
  }
  return met
}

function readAll(tokens: string[]): boolean {
  let met = readOne(tokens)
  while (tokens[0] === '&') {
    tokens.shift()
    met = readOne(tokens) && met
  }
  return met
}

function readOne(tokens: string[]): boolean {
  const token = tokens.shift() ?? ''
  if (token === '!') return !readOne(tokens)
  if (token !== '(') return readTrait(token, tokens)
  const met = readAny(tokens)
  if (tokens[0] === ')') tokens.shift()
  return met
}

/** `mso`, `gte mso 9`, `mso 16` */
function readTrait(token: string, tokens: string[]): boolean {
  const compare = Object.hasOwn(comparisons, token) ? comparisons[token] : undefined
  const name = compare ? (tokens.shift() ?? '') : token
  const number = /^[\d.]+$/.test(tokens[0] ?? '') ? Number(tokens.shift()) : undefined
  if (name === 'mso' && number !== undefined)
    return compare ? compare(number) : Math.floor(number) === version
  return !compare && Object.hasOwn(traits, name) && traits[name] === true
}
