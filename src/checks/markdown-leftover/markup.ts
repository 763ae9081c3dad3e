import { createFinder, formatCode } from './mark.ts'

const privateComment =
  'Readers would see the comment. Write it as `<!-- … -->`, which is not sent, or delete it.'

const withinHtml =
  'Within HTML no Markdown is read, and readers would see the marks. Write HTML, or leave a blank line between the tag before and the text.'

const inPlainText =
  'Here no Markdown is read, and readers would see the marks: the front matter, the attributes of blocks and the descriptions of pictures are plain text. Write only the words.'

const bold = /\*\*(?=[\p{L}\p{N}“"])[^*\n]{1,200}[^\s*]\*\*(?!\*)/gu
const link = /!?\[[^[\]\n]+\]\((?:https?:|mailto:|\/|www\.|[^()\s]+\.\w{2,4})[^()\s]*\)/g

/** Attributes of C++, which are written like links of a wiki. */
const cpp =
  /^\[\[(?:nodiscard|maybe_unused|deprecated|fallthrough|likely|unlikely|noreturn|no_unique_address|assume|carries_dependency|gnu::\w+|clang::\w+)\b/

/** Finds the notations of wikis, note-taking apps, forums and site generators. */
export const findMarkup = createFinder(/[[{*#]|%%/, [
  {
    kind: 'wiki-link',
    pattern: /!\[\[[^[\]\n|#]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[|#][^[\]\n]*)?\]\](?!\()/giu,
    expected: (_, written) => formatCode(`![description](${embeddedFile(written)})`),
    note: 'Pictures in double brackets are no Markdown, and readers would see the brackets. Write what the picture shows in square brackets, and its path in parentheses.',
  },
  {
    kind: 'wiki-link',
    pattern: /!\[\[[\p{L}\p{N}#^/.][^[\]\n]*\]\](?!\()/gu,
    expected: 'the text of the note, or a link',
    note: 'Nothing is embedded, and readers would see the brackets. Copy the text of the note into the issue, or link to it: `[words](https://…)`.',
  },
  {
    kind: 'wiki-link',
    pattern: /\[\[[\p{L}\p{N}#^/.][^[\]\n]*\]\](?!\()/gu,
    test: ({ 0: found }) => !cpp.test(found) && !/^\[\[(?:_?toc_?\]|[\d\s,.]+\])/i.test(found),
    expected: (_, written) => formatCode(`[${nameOf(written)}](https://…)`),
    note: 'Links between notes are no Markdown, and readers would see the brackets. Write the address after the words, in parentheses.',
  },
  {
    kind: 'comment',
    pattern: /(?<![\d%])%%(?=[^%]*[\s])[^%]+%%(?!%)/g,
    expected: '`<!-- … -->`',
    note: privateComment,
    level: 'error',
  },
  {
    kind: 'comment',
    pattern: /\{\/\*[\s\S]*?\*\/\}|\{>>[\s\S]*?<<\}/g,
    origins: ['prose', 'html'],
    expected: '`<!-- … -->`',
    note: privateComment,
    level: 'error',
  },
  {
    kind: 'comment',
    pattern: /\{(\+\+|--|~~|==)[^{}\n]+\1\}/g,
    expected: 'the edited text',
    note: 'Marks of an edit (CriticMarkup) are not resolved, and readers would see both. Write the text as it is to be.',
  },
  {
    kind: 'shortcode',
    pattern:
      /\[(?:caption|gallery|embed|youtube|vimeo|video|audio|playlist|button|tweet|twitter|gist)(?:[ =][^\]\n]*)?\](?:[^[\n]*\[\/\w+\])?(?!\()|\[(b|i|u|s|url|img|quote|code|size|color|list|center)(?:=[^\]\n]*)?\][^\n]*?\[\/\1\]/gi,
    test: ({ 0: found }) => /[ =/]/.test(found),
    origins: ['prose', 'html'],
    expected: 'Markdown',
    note: 'Short codes of a site or forum are not replaced, and readers would see them as they are typed. Write Markdown: `[words](https://…)` for a link, `**words**` for bold text, a linked picture for a video.',
  },
  {
    kind: 'html',
    pattern: bold,
    origins: ['html'],
    expected: (_, written) => formatCode(`<b>${written.slice(2, -2)}</b>`),
    note: withinHtml,
  },
  {
    kind: 'html',
    pattern: link,
    origins: ['html'],
    expected: ([found = '']) =>
      found.startsWith('!')
        ? '`<img>`'
        : formatCode(found.replace(/^\[([^\]]*)\]\((.*)\)$/s, '<a href="$2">$1</a>')),
    note: withinHtml,
  },
  {
    kind: 'html',
    pattern: bold,
    origins: ['aside'],
    expected: (_, written) => formatCode(written.slice(2, -2)),
    note: inPlainText,
  },
  {
    kind: 'html',
    pattern: link,
    origins: ['aside'],
    expected: (_, written) => formatCode(written.replace(/^!?\[([^\]]*)\].*$/s, '$1')),
    note: inPlainText,
  },
  {
    kind: 'html',
    pattern: /^[ \t]*#{1,6} [\p{L}\p{N}][^\n]*/gmu,
    origins: ['html'],
    expected: 'a blank line before it',
    note: withinHtml,
  },
])

/** The path of `![[cup.png|200]]`, in angle brackets if it has spaces. */
function embeddedFile(embed: string): string {
  const [path = ''] = embed.slice(3, -2).split(/[|#]/)
  return path.includes(' ') ? `<${path}>` : path
}

/** The words of a link between notes: `[[note|words]]`. */
function nameOf(link: string): string {
  const inner = link.slice(2, -2)
  return inner.slice(inner.lastIndexOf('|') + 1)
}
