import { siteTagPattern } from '../readers/site-tag.ts'
import { createFinder, formatCode } from './mark.ts'

const everywhere = ['prose', 'html', 'aside'] as const

const privateComment =
  'Readers would see the comment. Write it as `<!-- … -->`, which is not sent, or delete it.'

/** Attributes of C++, which are written like links of a wiki. */
const cpp =
  /^\[\[(?:nodiscard|maybe_unused|deprecated|fallthrough|likely|unlikely|noreturn|no_unique_address|assume|carries_dependency|gnu::\w+|clang::\w+)\b/

/** Finds the notations of wikis, note-taking apps, forums and site generators. */
export const findMarkup = createFinder([
  {
    kind: 'wiki-link',
    pattern: /!?\[\[[\p{L}\p{N}#^/.][^[\]\n]*\]\](?!\()/gu,
    test: ({ 0: found }) => !cpp.test(found) && !/^\[\[(?:_?toc_?\]|[\d\s,.]+\])/i.test(found),
    expected: (_, written) =>
      written.startsWith('!')
        ? '`![description](picture.png)`'
        : formatCode(`[${nameOf(written)}](https://…)`),
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
    kind: 'shortcode',
    pattern: siteTagPattern,
    origins: everywhere,
    expected: 'Markdown',
    note: 'Tags of a site generator are not replaced, and readers would see them as they are typed. Write Markdown: a link, a linked picture for a video, or the text that was to be included.',
  },
  {
    kind: 'html',
    pattern: /\*\*(?=[\p{L}\p{N}“"])[^*\n]{1,200}[^\s*]\*\*(?!\*)/gu,
    origins: ['html', 'aside'],
    expected: (_, written) => formatCode(written.slice(2, -2)),
    note: 'Markdown is not read here, and readers would see the marks. In the front matter and in attributes remove them; within HTML write `<b>`, or leave a blank line after the HTML tag before it.',
  },
  {
    kind: 'html',
    pattern: /!?\[[^\]\n]+\]\((?:https?:|mailto:|\/|www\.|[^()\s]+\.\w{2,4})[^()\s]*\)/g,
    origins: ['html', 'aside'],
    expected: (_, written) => formatCode(written.replace(/^!?\[([^\]]*)\].*$/s, '$1')),
    note: 'Markdown is not read here, and readers would see brackets and address. In the front matter and in attributes only write the words; within HTML write `<a href>`, or leave a blank line after the HTML tag before it.',
  },
  {
    kind: 'html',
    pattern: /^[ \t]*#{1,6} [\p{L}\p{N}][^\n]*/gmu,
    origins: ['html'],
    expected: 'a blank line before it',
    note: 'Within HTML no Markdown is read, and readers would see the marks. Leave a blank line after the HTML tag before it.',
  },
])

/** The words of a link between notes: `[[note|words]]`. */
function nameOf(link: string): string {
  const inner = link.slice(2, -2)
  return inner.slice(inner.lastIndexOf('|') + 1)
}
