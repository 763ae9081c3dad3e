import type { Code, Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types'
import { matchWebAddress } from './match-web-address.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink'
    literalAutolinkHttp: 'literalAutolinkHttp'
    literalAutolinkWww: 'literalAutolinkWww'
  }
}

const SPACE = 32
const START_LENGTH = 4

/**
 * Creates the syntax of addresses typed without Markdown syntax, `https://foo.org/`, instead of GFM's: they end where
 * `matchWebAddress` says. Mail addresses are left to `linkAddresses`, since an underscore before one may be emphasis.
 */
export function addressSyntax(): Extension {
  const http = createConstruct('literalAutolinkHttp', /^http/i, (code) => !isIn(code, /[A-Za-z]/))
  const www = createConstruct('literalAutolinkWww', /^www\./i, (code) => isIn(code, /[\s(*_[\]~]/))
  return {
    text: Object.fromEntries(
      [...'hHwW'].map((letter) => [letter.charCodeAt(0), /h/i.test(letter) ? http : www]),
    ),
    disable: { null: ['emailAutolink', 'protocolAutolink', 'wwwAutolink'] },
  }
}

/** True for a character that matches, where a line's start or end and tabs count as spaces. */
function isIn(code: Code, pattern: RegExp): boolean {
  return pattern.test(code === null || code < 0 ? ' ' : String.fromCharCode(code))
}

function createConstruct(
  type: 'literalAutolinkHttp' | 'literalAutolinkWww',
  begin: RegExp,
  previous: (code: Code) => boolean,
): Construct {
  return { name: 'address', previous, tokenize }

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const { previous: before } = this
    let length = 0
    const readAhead = createReader(begin, (text) => {
      length = isInLabel(this) ? 0 : matchWebAddress(text)
      return length > 0
    })
    return previous(before) ? effects.check(readAhead, start, nok) : nok

    function start(code: Code): State | undefined {
      effects.enter('literalAutolink')
      effects.enter(type)
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (length === 0) {
        effects.exit(type)
        effects.exit('literalAutolink')
        return ok(code)
      }
      length--
      effects.consume(code)
      return inside
    }
  }
}

/** Creates a construct that reads what may be an address, up to the next space. */
function createReader(begin: RegExp, isAddress: (text: string) => boolean): Construct {
  return { partial: true, tokenize }

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let text = ''
    return (code) => {
      effects.enter('data')
      return read(code)
    }

    function read(code: Code): State | undefined {
      const ends = code === null || code < 0 || code === SPACE
      if (!ends && (text.length !== START_LENGTH || begin.test(text))) {
        text += String.fromCharCode(code)
        effects.consume(code)
        return read
      }
      effects.exit('data')
      return ends && begin.test(text) && isAddress(text) ? ok(code) : nok(code)
    }
  }
}

/** How many events of a paragraph have no opening bracket that may become a link's text; they do not change any more. */
const closedEvents = new WeakMap<TokenizeContext, number>()

/** True after an opening bracket that may become a link's text, which contains no other link. */
function isInLabel(context: TokenizeContext): boolean {
  const { events } = context
  let index = Math.min(closedEvents.get(context) ?? 0, events.length)
  while (index < events.length && !isOpenLabel(events[index]?.[1])) index += 1
  closedEvents.set(context, index)
  return index < events.length
}

function isOpenLabel(token: Token | undefined): boolean {
  return (token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced
}
