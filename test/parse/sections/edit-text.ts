import type { Random } from '../../property/random.ts'

/** What begins, continues or ends a block, and what inline syntax depends on other lines. */
const pieces = [
  ...['```', '```js\n', '~~~', '~~~~\n', ':::', '::::\n', ':::note\n', ':::poll{#a}\n', '::leaf{a=b}\n'],
  ...[
    '<div>',
    '</div>\n',
    '<script>\n',
    '<pre>',
    '<!--',
    '-->',
    '<?php',
    '?>',
    '<![CDATA[',
    ']]>',
    '<x-y a="b">\n',
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '- [ ] ',
    '\n- ',
    '\n\n- ',
    '\n> ',
    '\t',
    '  ',
    '    ',
    '\n    ',
    '\n\n    ',
  ],
  ...[
    '[a]: x\n',
    '[a]: x',
    '[b]: <y> "t"\n',
    '[b]:\n',
    '[c]: z "title\n',
    '[^1]: y\n',
    '[^1]: ',
    '[^2]: y\n\n    z\n\n',
  ],
  ...[
    '[a]',
    '[^1]',
    '![a]',
    '![^1]',
    '[x][b]',
    '[text][]',
    '[C]',
    '[Shared One]',
    '[',
    ']',
    '(',
    '!',
    '\\',
    '`',
  ],
  ...[
    '# ',
    '## head\n',
    '\n# x\n',
    '\n\n# x\n\n',
    '---\n',
    '***\n',
    '===\n',
    '| a | b |\n|---|---|\n',
    '| c',
  ],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '  \n',
    '\n\nplain\n\n',
    '**',
    '*',
    '_',
    '~~',
    '重要**',
    'https://foo.org/x',
    'a@b.org',
  ],
  ...['\r\n', '\r', '\ufeff', '\0', '&amp;', '\u00a0', '\f'],
]

/**
 * Changes a text as its author could: types or pastes something, or deletes some lines or characters.
 * @param others the texts that pasted lines come from
 */
export function editText(text: string, others: readonly string[], random: Random): string {
  const offset = random.below(text.length + 1)
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const insert = (at: number, added: string) => text.slice(0, at) + added + text.slice(at)
  const edits = [
    () => insert(line, random.pick(pieces)),
    () => insert(line, Array.from({ length: 2 + random.below(4) }, () => random.pick(pieces)).join('')),
    () => insert(offset, random.pick(pieces)),
    () => insert(line, pasteLines(random.pick(others), random)),
    () => text.slice(0, line) + text.slice(text.indexOf('\n', line) + 1 || text.length),
    () => text.slice(0, offset) + text.slice(offset + 1 + random.below(random.chance(0.1) ? 400 : 12)),
  ]
  return random.pick(edits)()
}

/** Creates a text of pieces, few of which are what they would be alone. */
export function createText(random: Random): string {
  const separators = ['', '\n', '\n\n']
  return Array.from(
    { length: 10 + random.below(30) },
    () => random.pick(pieces) + random.pick(separators),
  ).join('')
}

function pasteLines(other: string, random: Random): string {
  const lines = other.split('\n')
  const first = random.below(lines.length)
  return `${lines.slice(first, first + 1 + random.below(8)).join('\n')}\n`
}
