/** The folders of `src/` from top to bottom: a file imports from its own folder and from the rows below it. */

export interface Floor {
  /** Folders, and files that lie in `src/` itself. */
  rooms: readonly string[]
  /** What is in it, for docs/architecture.md: one line. */
  description: string
}

export const floors: readonly Floor[] = [
  {
    rooms: ['create-issuepress'],
    description: 'the package behind `npm create issuepress`, which runs `issue init`',
  },
  { rooms: ['cli.ts'], description: 'the `issue` command’s entry; the only file that names `process`' },
  { rooms: ['index.ts'], description: 'the [API](api.md)’s entry: what the package exports' },
  { rooms: ['commands'], description: 'each command as data (arguments, options), and what it runs' },
  {
    rooms: ['preview'],
    description:
      'the preview’s server; `preview/page/` runs in the browser, `preview/view/` shows an email as mail clients do',
  },
  { rooms: ['report'], description: 'messages and results as text for terminals, GitHub, JSON and SARIF' },
  { rooms: ['watch.ts'], description: 'builds again at each change' },
  { rooms: ['build.ts'], description: 'builds or checks a newsletter once' },
  { rooms: ['newsletter'], description: 'a newsletter’s folder: loads it, renders each issue, writes each' },
  { rooms: ['git'], description: 'reads a Git repository: changed files, and the newsletter at a commit' },
  { rooms: ['files'], description: 'the disk: reads, writes atomically, keeps the manifest' },
  {
    rooms: ['network', 'send', 'screenshots'],
    description:
      '`network/` requests links for `--online`; `send/` fills in merge tags and sends by SMTP; `screenshots/` has Chromium take pictures of emails',
  },
  {
    rooms: ['render'],
    description:
      'one issue in memory, from its text to the finished files; `render/outputs/` lists these files',
  },
  {
    rooms: ['compare'],
    description: 'compares two states of a newsletter: texts, links, pictures, messages',
  },
  {
    rooms: ['template-rules', 'schemas'],
    description:
      '`template-rules/` validates what an author has written in templates, style sheets and wording; `schemas/` has JSON Schemas for editors',
  },
  {
    rooms: ['html', 'text', 'checks', 'mail'],
    description:
      '`html/` and `text/` render the email, `checks/` has a file for each check, `mail/` composes the `.eml`',
  },
  { rooms: ['mail-clients'], description: 'what mail clients support, from caniemail’s data' },
  {
    rooms: ['new-issue'],
    description: 'the text and the path of the next issue, from a template or the last ones',
  },
  {
    rooms: ['blocks'],
    description:
      'validates directives against the blocks’ specs; `blocks/shipped/` has the blocks with behaviour',
  },
  { rooms: ['parse'], description: 'an issue’s text → front matter and Markdown tree' },
  {
    rooms: ['theme', 'config'],
    description: '`theme/` parses templates and fills them in; `config/` validates the config',
  },
  { rooms: ['scaffold'], description: 'the files that `issue init` writes' },
  {
    rooms: ['polls', 'schedule', 'sponsors', 'block-spec'],
    description:
      'votes and their counting; the days that issues are sent on; the sponsors’ schedule; the form of a block’s spec',
  },
  { rooms: ['images'], description: 'pictures: formats, sizes, and the copies beside an email' },
  { rooms: ['urls'], description: 'addresses: links between issues, campaign parameters, vote pages' },
  { rooms: ['targets'], description: 'email service providers, one file each' },
  {
    rooms: ['merge-tags', 'yaml', 'typeset', 'css'],
    description:
      'readers and writers of one syntax each: merge tags, YAML with places, lines of plaintext, CSS',
  },
  { rooms: ['hast'], description: 'walks trees, and finds elements in one of HTML' },
  { rooms: ['diagnostics'], description: 'messages, and the registry of rules that they belong to' },
  { rooms: ['mailbox'], description: 'email addresses with names: `Ada <ada@example.com>`' },
  { rooms: ['language-tag.ts'], description: 'language tags: `en`, `pt-BR`' },
  { rooms: ['control-characters.ts'], description: 'the characters that no text of an author needs' },
  { rooms: ['settings.ts'], description: 'the settings’ types and defaults' },
  { rooms: ['types.ts'], description: 'the types that everything shares: `Issue`, `Email`, `Block`, …' },
  { rooms: ['private-use.ts'], description: 'the characters that stand for merge tags and the like' },
  { rooms: ['memoize-text.ts'], description: 'stores the results of a function of a text' },
]
