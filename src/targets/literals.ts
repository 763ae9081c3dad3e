/** How text that only looks like a merge tag, such as a code sample, is escaped for each family of engines. */
import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literal, Proof } from './target.ts'

/** For engines that print `{{ "{{" }}` as `{{`. */
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

/** Django templates, which have comments as well. */
export const django: Literal = printing(/\{\{|\{%|\{#/g, "'", 'general', 'Django')

/** HubL, a dialect of Jinja. */
export const hubl: Literal = printing(/\{\{|\{%|\{#/g, "'", 'general', 'HubL')

/** Brevo's language, which is similar to Django's. */
export const brevo: Literal = printing(/\{\{|\{%|\{#/g, "'", 'unverified', 'Brevo’s language')

/** Go templates, where a string is in double quotes or backticks, and single quotes are for one letter. */
export const go: Literal = printing(/\{\{/g, '`', 'documented', 'Go')

/** U+2060, the word joiner: invisible, without a line break, and unknown to engines. */
const joiner = '\u2060'

/**
 * For engines without an escape: in HTML a character reference, which mail clients decode and engines do not; in
 * plaintext a word joiner within the delimiter.
 * @param pattern the delimiter, or its first sign
 * @param sign the first sign, for the description
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

/** For providers that parse the HTML, and so decode character references, before they look for tags. */
function joined(pattern: RegExp): Literal {
  return {
    pattern,
    proof: 'unverified',
    how: 'no escape is known: an invisible word joiner (U+2060) stands behind its brace',
    write: (found) => found.slice(0, 1) + joiner + found.slice(1),
  }
}

/**
 * Handlebars: a backslash before the braces (handlebarsjs.com, "Escaping"), and in HTML character references, which work
 * without the engine.
 */
export const handlebars: Literal = {
  pattern: /\\?\{\{+/g,
  proof: 'general',
  how: 'in HTML all its braces but the last become `&#123;`, in plaintext a backslash stands before it, as Handlebars has it',
  write(found, context) {
    const backslash = found.startsWith('\\') ? '\\' : ''
    const braces = found.slice(backslash.length)
    if (context !== 'plaintext') return `${backslash}${'&#123;'.repeat(braces.length - 1)}{`
    // A second backslash would escape the first, and the engine would read the tag.
    // Four braces are a syntax of their own, which no backslash escapes.
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
