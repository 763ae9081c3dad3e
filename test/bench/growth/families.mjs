/**
 * The generated texts of the growth bench. A family is a name and a function that creates an input from a number n; its
 * size grows in proportion to n.
 */

/**
 * @typedef {object} Input one newsletter: what is not given is empty
 * @property {string} [body] the Markdown below the front matter
 * @property {string} [matter] lines of the front matter
 * @property {string} [text] a whole issue, instead of `matter` and `body`
 * @property {string} [target] `generic` when not given
 * @property {string} [config] lines of `issue.config.yml`
 * @property {string} [sponsors] the text of `sponsors.yml`
 * @property {Record<string, string>} [templates] files by their path in `templates/`
 */

/** @type {Map<string, (n: number) => Input>} */
export const families = new Map()

const add = (name, create) => families.set(name, create)
const addBody = (name, create) => add(name, (n) => ({ body: create(n) }))
const addUnits = (kind, units) => {
  for (const [name, unit] of Object.entries(units)) addBody(`${kind}: ${name}`, (n) => unit.repeat(n))
}
const number = (n, create) => Array.from({ length: n }, (_, index) => create(index)).join('')

addUnits('plain', {
  letters: 'a',
  words: 'word ',
  'words by line': 'word word\n',
  prose:
    'A paragraph of some length, with *emphasis*, a [link](https://papers.news/one) and `code`, as it is.\n\n',
  'headings and prose': '## A heading\n\nSome words below the heading, and no more than that.\n\n',
  'Chinese prose': '春眠不觉晓,处处闻啼鸟。夜来风雨声,花落知多少。',
  'Arabic words': 'مرحبا بالعالم ',
  emoji: '😀 ',
  'blank lines': '\n',
  spaces: ' ',
  'spaces in a line': 'a   ',
  tabs: 'a\t',
  digits: '1',
  'numbers with commas': '1,000,',
  dots: '. ',
  ellipses: '...',
})
addBody('plain: distinct words in a line', (n) => number(n, (index) => `word${index} `))
addUnits('character', {
  percent: '%',
  'angle and percent': '<%',
  'zero-width joiner': '\u200d',
  'combining marks': '\u0301',
  'soft hyphens': 'a\u00ad',
  'no-break spaces': 'a\u00a0',
  'zero-width spaces': 'a\u200b',
  'control characters': 'a\u0007',
  'replacement characters': 'a\ufffd',
  mojibake: 'Ã¼ ',
  'mojibake in one word': 'Ã©',
  'mojibake quotes': 'â€œa',
  hyphens: '-',
  'hyphens and letters': 'a-',
  underscores: '_',
  'underscores and letters': 'a_',
  asterisks: '*',
  'asterisks and letters': '*a',
  tildes: '~',
  'tildes and letters': '~a ',
  backticks: '`',
  'backticks and letters': '`a',
  brackets: '[',
  'closing brackets': ']',
  'bracket pairs': '[a]',
  parentheses: '(',
  braces: '{',
  'brace pairs': '{a}',
  'double braces': '{{',
  'at signs': 'a@',
  colons: ':',
  'colons and letters': ':a',
  'colon names': ':tada: ',
  pipes: '|',
  'lines of pipes': '|a|b|\n',
  'less-than signs': '<',
  'greater-than signs': '> ',
  ampersands: '&',
  entities: '&amp;',
  backslashes: '\\',
  'escaped asterisks': '\\*',
  exclamations: '!',
  'exclamation brackets': '![',
  quotes: '"',
  'typographic quotes': '“a ',
  apostrophes: "a'",
  slashes: '/',
  'equals signs': 'a=',
  dollars: '$a$ ',
  carets: '^a^ ',
  'hash signs': '#a ',
  'emoji of several': '👩‍👩‍👧‍👦 ',
  'emoji of several in one word': '👩‍👩‍👧‍👦',
  'numbers in words': 'a1',
  'letters of two scripts': 'aа ',
})
addUnits('messages', {
  'doubled words': 'the the ',
  'doubled words by line': 'the the\n\n',
  TODO: 'TODO ',
  'TODO by paragraph': 'TODO: this\n\n',
  TK: 'TK ',
  placeholders: '[your name] ',
  'click here': '[click here](https://a.news/) ',
  'empty links': '[](https://a.news/) ',
  'insecure links': '[words](http://a.news/) ',
  'relative links': '[words](missing.md) ',
  'missing images': '![words](missing.png) ',
  'images without words': '![](missing.png) ',
  'unknown blocks': ':::unknown\na\n:::\n\n',
  'wrong attributes': '::button[Go]{url=“https://a.news/”}\n\n',
  'unknown merge names': '[x](merge:nothing) ',
  'missing footnotes': '[^a] ',
  'second attributes': '<b class="a" class="b">a</b> ',
  'unknown elements': '<foo>a</foo> ',
  'wrong styles': '<b style="colour: red">a</b> ',
  'unclosed elements': '<b>a ',
  'unclosed quotes in a tag': '<a href="x',
  'stray end tags': 'a</b> ',
  'wrong tables': '| a | b |\n| --- |\n| c | d |\n\n',
  'long rows': '| a | b |\n| --- | --- |\n| c | d | e |\n\n',
  'leftover emphasis': 'a ** b ** c ',
  'leftover links': '[x] (y) ',
  'leftover headings': '##Heading\n\n',
  'leftover brackets': '[b] ',
  'leftover BBCode': '[b]a[/b] ',
  'unclosed BBCode': '[b]a ',
  'leftover wiki links': '[[a b]] ',
  'unclosed wiki links': '[[a ',
  'leftover MDX comments': '{/* a */} ',
  'unclosed MDX comments': '{/* a ',
  'leftover annotations': '{>> a <<} ',
  'unclosed annotations': '{>> a ',
  'spaceless emphasis': '你**好。**你',
  'spaceless emphasis by line': '你**好。**你a *b*。\n\n',
  'wrong weekdays': 'Monday, 2 January 2024. ',
  'spam words': 'ACT NOW!!! ',
  'setext headings': 'a\n-\n\n',
  'indented blocks': 'a\n\n    :::callout\n\n',
  'blocks in a line': 'a :::callout[b] ',
  'blocks in HTML': '<div>\n:::callout\n</div>\n\n',
})
addUnits('Markdown', {
  'bullet lists': '- a\n',
  'loose lists': '- a\n\n',
  'ordered lists': '1. a\n',
  tasks: '- [ ] a\n',
  'strong emphasis': '**a** ',
  'unclosed strong emphasis': '**a ',
  'mixed emphasis': '*a **b ',
  'nested code': '`a ``b ',
  links: '[a](https://a.news/b) ',
  'unclosed links': '[a](b ',
  'typed addresses': 'https://a.news/b ',
  'one typed address': 'https://a.news/',
  'www addresses': 'www.a.news ',
  'mail addresses': 'a@b.news ',
  'one long mail address': 'a.b@c.',
  'link references': '[a]: https://a.news/\n',
  'one-word links in lists': '- [a](https://a.news/b)\n',
  'image links': '[![a](b.png)](https://a.news/) ',
  'fenced code': '```js\nlet a = "b"\n```\n\n',
  'unclosed fences': '```\n',
  'indented code': '    a\n\n',
  'hard breaks': 'a\\\n',
  rules: '---\n\n',
  'thematic stars': '***\n',
})
addBody('Markdown: one fence', (n) => `\`\`\`js\n${'let a = "b"\n'.repeat(n)}\`\`\`\n`)
addBody('Markdown: one table', (n) => `| a | b |\n| --- | --- |\n${'| c | d |\n'.repeat(n)}`)
addBody('Markdown: one wide table', (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|b'.repeat(n)}|\n`)
addBody('Markdown: nested quotes', (n) => `${'> '.repeat(Math.min(n, 400))}a\n`.repeat(Math.ceil(n / 400)))
addBody('Markdown: nested lists', (n) =>
  number(Math.ceil(n / 30), () => `${number(30, (index) => `${'  '.repeat(index)}- a\n`)}\n`),
)
addBody('Markdown: footnotes', (n) => number(n, (i) => `a[^${i}]\n\n[^${i}]: b\n\n`))
addBody('Markdown: unused footnotes', (n) => number(n, (i) => `[^${i}]: b\n\n`))
addBody('Markdown: a chain of footnotes', (n) => `a[^0]\n\n${number(n, (i) => `[^${i}]: b[^${i + 1}]\n\n`)}`)
addBody(
  'Markdown: a ring of footnotes',
  (n) => `a[^0]\n\n${number(n, (i) => `[^${i}]: b[^${(i + 1) % n}]\n\n`)}`,
)
addBody('Markdown: a footnote of many references', (n) => `${'a[^1] '.repeat(n)}\n\n[^1]: b\n`)
addBody('Markdown: unused link definitions', (n) => number(n, (i) => `[a${i}]: https://a.news/${i}\n`))
addBody('Markdown: nested links', (n) => {
  const depth = Math.min(n, 4000)
  return `${'['.repeat(depth)}a${'](b)'.repeat(depth)}\n\n`.repeat(Math.ceil(n / depth))
})
addBody('Markdown: growing indentation', (n) => {
  const depth = Math.min(n, 600)
  return `${number(depth, (i) => `${' '.repeat(i)}- a\n`)}\n`.repeat(Math.ceil(n / depth))
})
addBody(
  'Markdown: long table',
  (n) => `| a | b | c |\n| --- | ---: | :-: |\n${'| some words | 12 | [c](https://a.news/) |\n'.repeat(n)}`,
)
addBody('Markdown: different links', (n) => number(n, (i) => `[a ${i}](https://a.news/${i}) `))
addBody('Markdown: link definitions', (n) => number(n, (i) => `[a${i}]\n\n[a${i}]: https://a.news/${i}\n\n`))
addBody('Markdown: different headings', (n) =>
  number(n, (i) => `## Heading ${i}\n\na [b](#heading-${i})\n\n`),
)

addUnits('HTML', {
  bold: '<b>a</b> ',
  'start tags': '<div>',
  'start tags by paragraph': '<div>\n\n',
  'end tags': '</div>',
  'divisions by paragraph': '<div>\n\na\n\n</div>\n\n',
  tables: '<table><tr><td>a</td></tr></table>\n\n',
  'unclosed tables': '<table><tr><td>',
  comments: '<!-- a -->\n\n',
  'inline comments': 'a <!-- b --> ',
  'unclosed comments': '<!-- a ',
  'unclosed tags': '<a ',
  'attributes without end': '<a b="c" ',
  scripts: '<script>a</script>\n\n',
  styles: '<b style="color: red; margin: 0">a</b> ',
  'style sheets': '<style>a { color: red }</style>\n\n',
  images: '<img src="missing.png" alt="a"> ',
  'foreign elements': '<svg><path d="a"/></svg> ',
  'line breaks': '<br>',
  'conditional comments': '<!--[if mso]>a<![endif]-->\n\n',
  instructions: '<?a ',
  declarations: '<!a ',
  cdata: '<![CDATA[a ',
  paragraphs: '<p>a',
  anchors: '<a href="https://a.news/">a ',
  'nested formatting': '<b><i>',
  'code samples': '<code>:::callout</code> ',
})
addBody('HTML: one list of attributes', (n) => `<b ${number(n, (i) => `a${i}="b" `)}>a</b>`)
addBody('HTML: one list of declarations', (n) => `<b style="${'color: red; '.repeat(n)}">a</b>`)
addBody('HTML: one long value', (n) => `<a href="https://a.news/${'a'.repeat(n)}">a</a>`)
addBody('HTML: one block of lines', (n) => `<div>\n${'<b>a</b>\n'.repeat(n)}</div>\n`)
addBody('HTML: one block of mistakes', (n) => `<div>\n${'<b style="colour: red">a\n'.repeat(n)}</div>\n`)

addUnits('directive', {
  callouts: ':::callout\na\n:::\n\n',
  'unclosed callouts': ':::callout\n',
  'unclosed callouts by paragraph': ':::callout\n\n',
  'closing colons': ':::\n',
  buttons: '::button[Go]{url="https://a.news/"}\n\n',
  'text directives': ':a[b]{c=d} ',
  labels: ':::callout[',
  'attributes without end': ':::callout{a="b" ',
  polls: ':::poll{id=a}\nA or b?\n\n- A {#a}\n- B {#b}\n:::\n\n',
})
addBody('directive: growing fences', (n) => {
  const depth = Math.min(n, 40)
  const open = number(depth, (i) => `${':'.repeat(depth - i + 2)}callout\n`)
  const close = number(depth, (i) => `${':'.repeat(i + 3)}\n`)
  return `${open}a\n${close}\n`.repeat(Math.ceil(n / depth))
})
addBody('directive: one list of attributes', (n) => `::button[Go]{${number(n, (i) => `a${i}="b" `)}}\n`)
addBody(
  'directive: one poll',
  (n) => `:::poll{id=a}\nA or b?\n\n${number(n, (i) => `- A${i} {#a${i}}\n`)}:::\n`,
)
addBody('directive: switched-off checks', (n) =>
  '<!-- issue-disable word-doubled -->\n\nthe the\n\n'.repeat(n),
)

const dialects = {
  Liquid: ['customerio', '{{ customer.name }} '],
  'Liquid logic': ['customerio', '{% if a %}b{% endif %} '],
  'Liquid logic by line': ['customerio', '{% if a %}\n\nb\n\n{% endif %}\n\n'],
  'unclosed Liquid logic': ['customerio', '{% if a %} '],
  'unclosed Liquid logic by line': ['customerio', '{% if a %}\n\n'],
  'unclosed Liquid': ['customerio', '{{ a '],
  'unclosed Liquid statements': ['customerio', '{% a '],
  Mailchimp: ['mailchimp', '*|FNAME|* '],
  'Mailchimp logic': ['mailchimp', '*|IF:FNAME|*a*|END:IF|* '],
  'unclosed Mailchimp': ['mailchimp', '*|FNAME '],
  Handlebars: ['resend', '{{{FIRST_NAME}}} '],
  'unclosed Handlebars': ['resend', '{{{'],
  SendGrid: ['sendgrid', '<%name%> '],
  'unclosed SendGrid': ['sendgrid', '<%name '],
  Mailgun: ['mailgun', '%recipient.name% '],
  'unclosed Mailgun': ['mailgun', '%recipient '],
  Ghost: ['ghost', '{name, "there"} '],
  'Campaign Monitor': ['campaign-monitor', '[firstname,fallback=there] '],
  'unclosed Campaign Monitor': ['campaign-monitor', '[firstname,fallback='],
  'Campaign Monitor elements': ['campaign-monitor', '<unsubscribe>a</unsubscribe> '],
  'Campaign Monitor start tags': ['campaign-monitor', '<unsubscribe>a '],
  'escaped tags': ['customerio', '\\{{ a }} '],
  'tags in code': ['customerio', '`{{ a }}` '],
  'literal tags': ['customerio', '{{ "{{" }} '],
  'neutral names': ['customerio', '[there](merge:first_name) '],
  'tags in addresses': ['customerio', '[a](https://a.news/{{ customer.id }}) '],
  'tags in table cells': ['mailchimp', '| *\\|FNAME\\|* |\n'],
  'foreign tags': ['customerio', '*|FNAME|* '],
}
for (const [name, [target, unit]] of Object.entries(dialects))
  add(`tags: ${name}`, (n) => ({ body: unit.repeat(n), target }))

add('matter: a subject of letters', (n) => ({ matter: `subject: ${'a'.repeat(n)}` }))
add('matter: a subject of words', (n) => ({ matter: `subject: ${'a '.repeat(n)}` }))
add('matter: a subject of tags', (n) => ({
  matter: `subject: '${'{{ a }}'.repeat(n)}'`,
  target: 'customerio',
}))
add('matter: a subject of quoted tags', (n) => ({
  matter: `subject: "${'{{ a | default: \\"b\\" }}'.repeat(n)}"`,
  target: 'customerio',
}))
add('matter: a subject of emoji', (n) => ({ matter: `subject: ${'😀'.repeat(n)}` }))
add('matter: unknown keys', (n) => ({ matter: number(n, (i) => `key${i}: a\n`) }))
add('matter: repeated keys', (n) => ({ matter: 'subject: a\n'.repeat(n) }))
add('matter: params', (n) => ({ matter: `params:\n${number(n, (i) => `  key${i}: a\n`)}` }))
add('matter: not closed', (n) => ({ text: `---\n${'a: b\n'.repeat(n)}` }))
add('matter: not YAML', (n) => ({ matter: 'subject: "a\n'.repeat(n) }))
add('matter: sequences of sequences', (n) => ({ matter: `subject: ${'['.repeat(Math.min(n, 2000))}` }))
add('matter: sequences within sequences', (n) => ({ matter: `params: ${'['.repeat(n)}` }))
add('matter: closed sequences', (n) => ({ matter: `params:\n  a: ${'['.repeat(n)}${']'.repeat(n)}` }))
add('matter: maps within maps', (n) => ({ matter: `params: ${'{a: '.repeat(n)}` }))
add('matter: anchors', (n) => ({ matter: `params:\n${number(n, (i) => `  key${i}: &a${i} b\n`)}` }))
add('matter: TOML', (n) => ({ text: `+++\n${'a = "b"\n'.repeat(n)}+++\n\nA.\n` }))
add('matter: keys without lines', (n) => ({ text: `${'subject: a\n'.repeat(n)}\nA.\n` }))
add('matter: comments', (n) => ({ matter: '# a\n'.repeat(n) }))
add('matter: spaces after the line', (n) => ({ text: `---${' '.repeat(n)}a\nsubject: a\n---\n\nA.\n` }))

const sheet = (name, unit) =>
  add(`style sheet: ${name}`, (n) => ({
    body: 'A paragraph.',
    templates: { 'default/extra.css': typeof unit === 'string' ? unit.repeat(n) : unit(n) },
  }))
sheet('rules', '.a { color: red }\n')
sheet('different rules', (n) => number(n, (i) => `.a${i} { color: red }\n`))
sheet('rules that apply', 'p { color: red }\n')
sheet('wrong values', 'p { color: rd }\n')
sheet('unknown properties', 'p { colour: red }\n')
sheet('one long value', (n) => `p { background: ${'url(a) '.repeat(n)} }`)
sheet('one long list', (n) => `p { font-family: ${'a, '.repeat(n)} b }`)
sheet('unclosed blocks', 'p { ')
sheet('unclosed comments', '/* a ')
sheet('brackets', (n) => `p { width: calc${'('.repeat(Math.min(n, 2000))} }`)
sheet('media queries', '@media (max-width: 600px) { p { color: red } }\n')
sheet('variables', (n) => number(n, (i) => `:root { --a${i}: red }\np { color: var(--a${i}) }\n`))
sheet('selectors', (n) => `${'p, '.repeat(n)}p { color: red }`)
sheet('compound selectors', (n) => `p${'.a'.repeat(n)} { color: red }`)

const layout = (name, unit) =>
  add(`template: ${name}`, (n) => ({
    body: 'A paragraph.\n\n:::callout\na\n:::\n',
    templates: {
      'default/blocks/callout.html': `<div>{{ content }}${unit.repeat(n)}</div>`,
    },
  }))
layout('elements', '<b>a</b>\n')
layout('variables', '{{ subject }}\n')
layout('sections', '{{#if subject}}a{{/if}}\n')
layout('unclosed sections', '{{#if subject}}a\n')
layout('unclosed variables', '{{ subject \n')
layout('unknown variables', '{{ nothing }}\n')
layout('unclosed elements', '<b>a\n')
layout('links', '<a href="https://a.news/">a</a>\n')
layout('wrong styles', '<b style="colour: red">a</b>\n')
layout('second attributes', '<b class="a" class="b">a</b>\n')
layout('typographic quotes', '<b class=“a”>a</b>\n')

add('config: unknown keys', (n) => ({ config: number(n, (i) => `key${i}: a\n`) }))
add('config: unknown checks', (n) => ({ config: `checks:\n${number(n, (i) => `  key${i}: error\n`)}` }))
add('config: excluded hosts', (n) => ({
  config: `utm:\n  source: a\n  medium: b\n  exclude:\n${number(n, (i) => `    - a${i}.news\n`)}`,
  body: '[a](https://a.news/)',
}))
add('config: one long value', (n) => ({ config: `name: ${'a'.repeat(n)}` }))
add('config: repeated keys', (n) => ({ config: 'name: a\n'.repeat(n) }))
add('sponsors: valid', (n) => ({
  sponsors: number(n, (i) => `key${i}:\n  name: A\n  url: https://a.news/${i}\n`),
}))
add('sponsors: flights', (n) => ({
  sponsors: number(
    n,
    (i) => `key${i}:\n  name: A\n  url: https://a.news/\n  from: 2024-01-01\n  until: 2024-02-01\n`,
  ),
}))
add('sponsors: unknown keys', (n) => ({ sponsors: number(n, (i) => `key${i}:\n  nam: A\n  url: a\n`) }))
add('sponsors: wrong dates', (n) => ({
  sponsors: number(
    n,
    (i) => `key${i}:\n  name: A\n  url: https://a.news/\n  from: 2024-03-01\n  until: 2024-02-01\n`,
  ),
}))
