import { noProse } from '../readers/passage.ts'
import { createFinder, formatCode } from './mark.ts'

const everywhere = ['prose', 'html', 'aside'] as const

const noSuchMark =
  'Markdown has no such mark here, and readers would see it as it is typed. If it is meant as text, put a backslash before it.'

/** LaTeX: a command, an index, a power or an equation; or one letter. */
const formula = /\\[a-z]+|[_^]|[=<>]|^\p{L}$/iu
/** A variable with a word for a name. */
const variable = /^\p{Ll}+$/u

/** Attributes of other elements that Svelte and Vue write in braces. */
const svelte = /^\{#(?:if|each|await|key|snippet)\b/

const attribute =
  '(?:[#.][A-Za-z][\\w-]*|[A-Za-z][\\w-]*=(?:"[^"\\n]*"|“[^”\\n]*”|\'[^\'\\n]*\'|[^\\s"\'{}]+))'

const entity =
  '&(?:nbsp|copy|reg|trade|[mn]dash|[lr][sd]quo|hellip|euro|pound|middot|bull|times|deg|[lr]arr|amp|lt|gt|quot|[aeiou](?:acute|grave|circ|uml))'

/** Finds notations of other dialects of Markdown within a line. */
export const findNotation = createFinder(/[${:=+~^&]/, [
  {
    kind: 'math',
    origins: ['prose', 'aside'],
    pattern: /(?<![$\\])\$\$(?!\$)[^$]{1,400}\$\$(?!\$)/g,
    test: ({ 0: found }) => /[\\_^={}+]/.test(found),
    expected: 'a picture of the formula, or words',
    note: 'Formulas are not rendered in mail, and readers would see the LaTeX. Write it with `<sup>` and `<sub>`, or put a picture of it there. If it is meant as text, write it in backticks.',
  },
  {
    kind: 'math',
    origins: ['prose', 'aside'],
    pattern: /(?<![\p{L}\p{N}$\\])\$(?=[^\s${])[^$\n]{0,120}(?<=[^\s\\])\$(?![\p{L}\p{N}${])/gu,
    test: ({ 0: found }) => isFormula(found.slice(1, -1)),
    expected: 'the formula in words, or a picture of it',
    note: 'Formulas are not rendered in mail, and readers would see the LaTeX. Write it with `<sup>` and `<sub>`, or put a picture of it there. If it is meant as text, write it in backticks.',
  },
  {
    kind: 'attributes',
    // Kramdown: `{: .class}`, `{:target="_blank"}`, `{:/}`, `{::nomarkdown}`.
    pattern: /\{:(?!toc\})(?:[ \t]*[.#\w/:][^{}\n]*|[ \t]*)\}/g,
    expected: describeAttributes,
    note: 'Only blocks (`:::name`) have attributes: readers would see these as they are typed. Remove them; where a link opens is up to the mail client. A place to link to is a heading, or an `<a id="…"></a>`.',
  },
  {
    kind: 'attributes',
    pattern: new RegExp(`\\{ ?${attribute}(?:\\s+${attribute})*\\s*\\}`, 'g'),
    test: ({ 0: found, index = 0, input = '' }, { written }) => {
      if (svelte.test(found) || isOfBlock(input, index)) return false
      const before = index === 0 ? '' : written(index - 1, index)
      const isAttached = index === 0 || /[)\]`*_>]$/.test(before) || input[index - 1] === noProse
      const isLast = index + found.length === input.length && /[ \n]/.test(input[index - 1] ?? '')
      const isAlone =
        /^\n?$/.test(input[index - 1] ?? '') && /^(?:\n|$)/.test(input.slice(index + found.length))
      return isAlone || isLast || (index > 0 && isAttached && !/[ \n]$/.test(before))
    },
    expected: 'no attributes',
    note: 'Only blocks (`:::name`) have attributes: readers would see these as they are typed. Remove them. A heading has an `id` by itself: its words with hyphens between.',
  },
  {
    kind: 'attributes',
    // Obsidian: the id of a block at its end, of six characters when it is generated.
    pattern:
      /(?<=\S ?)\^(?:(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6}|(?<=[\s\p{Lo}\p{P}]\^)[a-z]{2,}(?:-[a-z\d]+)+)$/gmu,
    expected: 'no id of a block',
    note: 'Links to blocks of notes are no Markdown, and readers would see the mark. Remove it; a place to link to is a heading, or an `<a id="…"></a>`. If it is meant as text, put a backslash before it.',
  },
  {
    kind: 'emoji',
    pattern:
      /(?<![A-Za-z0-9_:/.\\])(?<!\p{Lu})(?::(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|\+1|-1|100):)+(?![A-Za-z0-9:`\uFFFC])/gu,
    origins: everywhere,
    expected: 'the emoji itself',
    note: 'Short codes are not replaced, and readers would see the colons. Paste the emoji: 🎉 for `:tada:`. If it is meant as text, write it in backticks.',
  },
  {
    kind: 'highlight',
    pattern: /(?<![=\w<>!])==(?=[^\s=])[^=\n]*[^\s=<>!]==(?![=\w])/gu,
    expected: (_, written) => formatCode(`**${written.slice(2, -2)}**`),
    note: noSuchMark,
  },
  {
    kind: 'highlight',
    pattern: /(?<![\w+])\+\+(?=[\p{L}\p{N}]{2})[^+\n]*[\p{L}\p{N}.!?]{2}\+\+(?![\w+])/gu,
    expected: (_, written) => formatCode(`<u>${written.slice(2, -2)}</u>`),
    note: noSuchMark,
  },
  {
    kind: 'highlight',
    pattern: /(?<=[\p{L})])~(?:\d{1,3}[+-]?|[a-z]{1,4})~(?!~)/gu,
    expected: (_, written) => formatCode(`<sub>${written.slice(1, -1)}</sub>`),
    note: noSuchMark,
  },
  {
    kind: 'highlight',
    pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+\-−]{1,12}\^(?![\p{N}^])/gu,
    expected: (_, written) => formatCode(`<sup>${written.slice(1, -1)}</sup>`),
    note: noSuchMark,
  },
  {
    kind: 'html',
    pattern: new RegExp(`${entity}(?![\\p{L}\\p{N};=_-])`, 'gu'),
    // `&amp;copy` was typed as text.
    test: ({ 0: found, index = 0 }, { written }) => written(index, index + found.length) === found,
    expected: ([found = '']) => formatCode(`${found};`),
    note: 'Without the semicolon readers would see the name of the character. If it is meant as text, put a backslash before it.',
  },
  {
    kind: 'html',
    origins: ['aside'],
    pattern: new RegExp(`${entity};`, 'gu'),
    test: ({ 0: found, index = 0 }, { written }) => written(index, index + found.length) === found,
    expected: 'the character itself',
    note: 'The front matter, the attributes of blocks and the descriptions of pictures are plain text: readers would see the name of the character. Type the character: `&`, `—`, `é`.',
  },
  {
    kind: 'footnote',
    pattern: /\^\[[^[\]\n]+\](?![*+?{$(])/g,
    test: ({ 0: found, index = 0, input = '' }) => /\s/.test(found) || /\S/.test(input[index - 1] ?? ''),
    expected: '`[^1]`, and `[^1]: …` on a line of its own',
    note: 'Markdown has no footnotes within a line: readers would see the brackets in the text.',
  },
])

/** Whether an offset is in a line that was meant as the opening of a block: what is wrong with it is reported by itself. */
function isOfBlock(input: string, index: number): boolean {
  return /^[ \t]*::+[ \t]*[A-Za-z]/.test(input.slice(input.lastIndexOf('\n', index - 1) + 1, index))
}

/** A place to link to for `{:#name}`. */
function describeAttributes([found]: RegExpMatchArray): string {
  const [, id] = /^\{:[ \t]*#([\w-]+)[ \t]*\}$/.exec(found ?? '') ?? []
  return id ? `\`<a id="${id}"></a>\`` : 'no attributes'
}

/** Whether a text between dollar signs is LaTeX, and not between two prices or variables. */
function isFormula(inner: string): boolean {
  if (variable.test(inner)) return true
  if (!formula.test(inner)) return false
  // Words with more than a name between: `$A to_b = …$`.
  const words = inner.replace(/\\[a-zA-Z]+(?:\{[^{}]*\})?/g, '').match(/\p{L}{4,}/gu) ?? []
  return words.length < 3
}
