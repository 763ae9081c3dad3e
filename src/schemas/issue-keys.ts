/** What a key of the front matter means, and what holds without it: Markdown of `docs/writing.md`, whose table is made of it. */
export interface IssueKey {
  meaning: string
  fallback: string
}

/** The keys of the front matter, in the order of the table. */
export const issueKeys: Readonly<Record<string, IssueKey>> = {
  subject: { meaning: 'the subject line', fallback: 'the title' },
  preheader: { meaning: 'the preview line that inboxes show after the subject', fallback: 'none' },
  title: {
    meaning:
      'the title above the text; a first heading with the same words is it, and headings below it move up',
    fallback: 'the first level-1 heading, else the subject',
  },
  slug: {
    meaning: "the name of the issue's folder in `dist/`",
    fallback: "the file's name; that of an `index.md` is its folder's",
  },
  date: {
    meaning: '`2024-11-28` or `2024-11-28T09:12:00+01:00`',
    fallback: "the date that the file's name starts with",
  },
  number: {
    meaning:
      "the issue's number: what `{number}` stands for in `subject`, `preheader` and `title`, and `issue.number` in templates",
    fallback: 'none',
  },
  author: { meaning: '`Ada`, `Ada <ada@example.com>`, or a map with `name` and `email`', fallback: '`from`' },
  from: { meaning: 'the sender, in the same forms', fallback: '`from` in the config' },
  sponsor: {
    meaning: 'a key of `sponsors` in the config; prints "In partnership with" in the masthead',
    fallback: 'none',
  },
  template: {
    meaning: 'a folder in `templates/`: `default`, `letter`, `digest`, `brand` or one of yours',
    fallback: '`template` in the config, else `default`',
  },
  lang: { meaning: 'a language tag such as `en` or `pt-BR`', fallback: '`lang` in the config, else `en`' },
  dir: {
    meaning: 'the text direction, `ltr` or `rtl`; a paragraph in a script of the other direction has its own',
    fallback: '`dir` in the config, else that of the language',
  },
  draft: { meaning: '`true` leaves the issue out unless the build has `--drafts`', fallback: '`false`' },
  tags: { meaning: 'a list of words, or words with commas or spaces between them', fallback: 'none' },
  params: {
    meaning: 'your own data for templates; `standfirst: true` prints the preheader below the title',
    fallback: 'none',
  },
}

/** What the keys within `author` and `from` mean, by their path. */
export const nestedIssueKeys: Readonly<Record<string, string>> = {
  'author.name': "the author's name",
  'author.email': "the author's address",
  'from.name': "the sender's name",
  'from.email': "the sender's address",
}
