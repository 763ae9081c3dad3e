/** How each family of engines is kept from text that only looks like a tag, a code sample's above all. */
import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literal, Proof } from './target.ts'

/** An engine that prints `{{ "{{" }}` as `{{`. */
function printing(pattern: RegExp, quoteInAttribute: "'" | '`', proof: Proof, language: string): Literal {
  return {
    pattern,
    proof,
    how: `${language} prints a string: \`{{ "{{" }}\``,
    write(found, context) {
      const quote = context === 'attribute' ? quoteInAttribute : '"'
      return `{{ ${quote}${found}${quote} }}`
    },
  }
}

/** Liquid: Kit, Customer.io. */
export const liquid: Literal = printing(/\{\{|\{%/g, "'", 'general', 'Liquid')

/** Django templates and their kin (Jinja, HubL), which have comments, too. */
export const django: Literal = printing(/\{\{|\{%|\{#/g, "'", 'general', 'Django')

/** HubL, a Jinja. */
export const hubl: Literal = printing(/\{\{|\{%|\{#/g, "'", 'general', 'HubL')

/** Brevo's language, which takes after Django's. */
export const brevo: Literal = printing(/\{\{|\{%|\{#/g, "'", 'unverified', 'Brevo’s language')

/** Go templates; single quotes hold one letter there, backticks a string. */
export const go: Literal = printing(/\{\{/g, '`', 'documented', 'Go')

/** Nobody sees it, nothing breaks at it, and no engine knows it: U+2060, the word joiner. */
const joiner = '\u2060'

/**
 * For engines without an escape: in HTML a character reference, which mail clients read and engines do not; in plaintext
 * an invisible word joiner within the mark.
 * @param pattern the mark, or its beginning
 * @param sign its first sign, for an example
 */
export function broken(pattern: RegExp, sign = '{'): Literal {
  return {
    pattern,
    proof: 'unverified',
    how: `no escape is known: in HTML its first character becomes a character reference (\`&#${sign.charCodeAt(0)};\`), in plaintext an invisible word joiner (U+2060) stands behind it`,
    write: (found, context) =>
      context === 'plaintext'
        ? found.slice(0, 1) + joiner + found.slice(1)
        : `&#${found.charCodeAt(0)};${escapeMarkup(found.slice(1))}`,
  }
}

/** For providers that parse the HTML, and so read the character references, before they look for tags. */
function joined(pattern: RegExp): Literal {
  return {
    pattern,
    proof: 'unverified',
    how: 'no escape is known: an invisible word joiner (U+2060) stands behind its brace',
    write: (found) => found.slice(0, 1) + joiner + found.slice(1),
  }
}

/**
 * Handlebars: a backslash before the mark (handlebarsjs.com, "Escaping"), and in HTML a character reference, which needs
 * no engine's help.
 */
export const handlebars: Literal = {
  pattern: /\\?\{\{+/g,
  proof: 'general',
  how: 'in HTML all its braces but the last become `&#123;`, in plaintext a backslash stands before it, as Handlebars has it',
  write(found, context) {
    const backslash = found.startsWith('\\') ? '\\' : ''
    const braces = found.slice(backslash.length)
    if (context !== 'plaintext') return `${backslash}${'&#123;'.repeat(braces.length - 1)}{`
    // A second backslash would escape the first one, and the tag would run.
    // Four braces open a block of their own, which no backslash escapes.
    const pairs = braces.match(/\{\{(?:\{(?!\{))?/g) ?? []
    return `${backslash && `\\${joiner}`}${pairs.map((pair) => `\\${pair}`).join(joiner)}`
  },
}

export const brokenBraces: Literal = broken(/\{(?=\{)/g)
export const brokenStars: Literal = broken(/\*\|/g)
export const brokenPercents: Literal = broken(/%(?=[A-Za-z][\w.-]*%)/g)
export const brokenDollars: Literal = broken(/\{\$/g)
export const brokenSquares: Literal = broken(
  /[[<](?=\/?(?:unsubscribe|webversion|preferences|email|name|firstname|lastname|fullname|current(?:day|month|year)\w*)[\],>])/gi,
)
export const joinedGhost: Literal = joined(/\{(?=[a-z][a-z_]*(?:, ?"[^"\n]*")?\})/g)
export const joinedLoops: Literal = joined(/\{(?=contact\.)/g)
