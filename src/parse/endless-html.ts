import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

const LESS_THAN = 60

/** What begins a comment, an instruction, CDATA or a declaration, and what ends it (CommonMark 0.31, "Raw HTML"). */
const kinds = [
  { begin: /^<!--$/, end: '-->' },
  { begin: /^<\?$/, end: '?>' },
  { begin: /^<!\[CDATA\[$/, end: ']]>' },
  { begin: /^<![a-z]$/i, end: '>' },
]
const LONGEST_BEGIN = '<![CDATA['.length

/**
 * Creates the syntax of comments, instructions, CDATA and declarations that have no end in their paragraph: they are text,
 * as by CommonMark. Micromark's own construct looks for the end of each of them, which takes the square of their number.
 * Here it is looked for until one has none, since then those after it have none either.
 */
export function endlessHtml(): Extension {
  return { text: { [LESS_THAN]: { name: 'endlessHtml', tokenize: tokenizeEndless } } }
}

/** The ends that were not found, for the tokenizer of each paragraph. */
const missingEnds = new WeakMap<TokenizeContext, Set<string>>()

function tokenizeEndless(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const missing = missingEnds.get(this) ?? new Set<string>()
  missingEnds.set(this, missing)
  return effects.check(createReader(missing), readSign, nok)

  function readSign(code: Code): State {
    effects.enter('data')
    effects.consume(code)
    effects.exit('data')
    return ok
  }
}

/**
 * Creates a construct that reads up to what ends the HTML, and succeeds when there is no such end.
 * @param missing the ends that were not found before; a new one is added
 */
function createReader(missing: Set<string>): Construct {
  return { partial: true, tokenize }

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let begin = ''
    let end = ''
    let last = ''
    return (code) => {
      effects.enter('data')
      return readBegin(code)
    }

    function readBegin(code: Code): State | undefined {
      const isHtml = begin.length < 2 || /^<[!?]/.test(begin)
      if (code === null || code < 0 || !isHtml || begin.length === LONGEST_BEGIN) return finish(nok, code)
      begin += String.fromCharCode(code)
      effects.consume(code)
      const kind = kinds.find((each) => each.begin.test(begin))
      if (!kind) return readBegin
      end = kind.end
      // `<!-->` is a comment.
      last = end === '-->' ? '--' : ''
      return missing.has(end) ? (next) => finish(ok, next) : readRest
    }

    function readRest(code: Code): State | undefined {
      if (code === null) {
        missing.add(end)
        return finish(ok, code)
      }
      last = (last + (code < 0 ? '\n' : String.fromCharCode(code))).slice(-end.length)
      if (last === end) return finish(nok, code)
      effects.consume(code)
      return readRest
    }

    function finish(state: State, code: Code): State | undefined {
      effects.exit('data')
      return state(code)
    }
  }
}
