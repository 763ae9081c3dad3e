import type { RuleText } from './rule-text.ts'

/** The newsletter as a whole: its files, its config, and which issues there are. */
export const newsletterRules = {
  config: {
    title: 'The config has only keys that exist, with values that they can have.',
    explanation:
      'A key that is misspelled would have no effect, and a value of the wrong kind could be misread: issues would go out with other settings than you meant. While there is an error in the config, nothing is built.',
    fix: 'Correct the key or the value that the message points at; it says what is expected there. A config with a few entries looks like this:\n\nname: The Sora Letter\nlang: en\ntarget: mailchimp',
    fixed: 'errors',
  },
  'yaml-syntax': {
    title: 'YAML (the config, front matter, a block’s head) can be read.',
    explanation:
      'YAML is the notation of `key: value` lines. One wrong sign, such as a second colon in a line, makes the whole of it unreadable, so that subject, date and all other entries would be missing.',
    fix: 'Put a text that has `: ` or `#` in it, or that begins with a bracket, a star or a quotation mark, in quotation marks: `subject: "Two things: Sora and us"`. Indent with spaces, not tabs, and write each key once.',
    fixed: 'all',
  },
  'yaml-comment': {
    title: 'No text in YAML is cut by a `#`.',
    explanation:
      'In YAML a `#` after a space begins a comment, which nothing reads: with `subject: Issue #12 is here` the subject would be “Issue”.',
    fix: 'Put the whole text in quotation marks: `subject: "Issue #12 is here"`. A comment is clear on a line of its own, or with two spaces before its `#` and one after it.',
  },
  'yaml-quotes': {
    title: 'No text in a list of YAML is split between typographic quotation marks.',
    explanation:
      'YAML knows only `"` and `\'`. Others, such as `“`, are a part of the text, so that a comma between them ends it: `tags: [“text, video”]` has two tags.',
    fix: 'Write straight quotation marks: `tags: ["text, video"]`.',
  },
  'definition-file': {
    title: 'A file of shared definitions has only definitions, each label once.',
    explanation:
      'Of `definitions.md`, and of the files under `markdown: { definitions: … }` in the config, only lines such as `[label]: https://…` are read. Other text has no effect, and tags of a site’s generator, such as `{% include links.md %}`, are not run. Of two addresses with the same label only the first is used.',
    fix: 'Write each definition on a line of its own, with a blank line between it and any text above: `[docs]: https://example.com/docs`. Put remarks in a comment: `<!-- Our own pages -->`. Give two addresses two labels.',
  },
  'newsletter-empty': {
    title: 'The newsletter has at least one issue.',
    explanation: 'There is no Markdown file in the folder `issues/`, so there is nothing to build.',
    fix: 'Write the first issue, such as `issues/2024-11-28-hello.md`. If your newsletter lies in another folder, name that folder: `issue build --root path/to/newsletter`.',
    fixed: 'all',
  },
  'issue-draft': {
    title: 'Drafts are left out.',
    explanation:
      'The issue has `draft: true` in its front matter and was not built. This is a reminder, not a mistake.',
    fix: 'To build drafts too, add `--drafts`. When the issue is ready, remove `draft: true`.',
  },
  'slug-unique': {
    title: 'Every issue has a slug of its own, which can be the name of a folder.',
    explanation:
      'The slug names the folder that an issue is written to and its address in the archive. Of two issues with the same slug, one would overwrite the other; on Windows and macOS also when the slugs differ only in capitals or in how an accent is encoded. Windows cannot have folders with the names of devices (`con`, `nul`, `aux.txt`, `com1`) or with a dot at the end.',
    fix: 'Rename one of the files, or give one issue a slug in its front matter: `slug: 2024-11-28-sora-2`.',
    fixed: 'all',
  },
  'check-switch': {
    title: 'Comments that switch rules off name rules that exist.',
    explanation:
      'A comment with a misspelled word switches nothing off: the finding stays, and an issue may not be written although you have decided that it is fine.',
    fix: 'Write the comment on the line before, with the name in the message’s brackets: `<!-- issue-disable-next-line link-text -->`. `issue check --list` lists all rules; those that it calls fixed cannot be switched off.',
  },
  'file-misnamed': {
    title: 'Files and folders have the names that are read.',
    explanation:
      'A folder `template/`, a config `issues.config.yml` or a layout `layuot.html` is not read by anything. The emails would be built without it, with the defaults instead.',
    fix: 'Rename the file or folder as the message says. If it is not meant to be read, give it a name that begins with `_` or is less similar.',
  },
  'file-format': {
    title: 'Issues are Markdown files: `.md` or `.markdown`.',
    explanation:
      'Pages of HTML from an export, MDX, notebooks and text files beside your issues are not read, so that these issues would be missing from the archive. One message names all of them. Files with the name of an issue, files beside an `index.md`, and names that begin with `_` or `.` do not count.',
    fix: 'Convert them, for example with `pandoc -t gfm -o issue.md issue.html`. If they are no issues, move them out of `issues/`, begin their names with `_`, or switch this rule off: `checks: { file-format: off }`.',
  },
  'out-folder': {
    title: 'Each newsletter has an out folder of its own.',
    explanation:
      'A build recognizes the folder that it has written by the newsletter’s `list.id`, or else by its name, address, language and issues. Two newsletters of the same name, with files of the same names, look like one, and each would replace the emails of the other.',
    fix: 'Build each newsletter into a folder of its own, or give each an id in its config, which it keeps for good:\n\nlist: { id: tea.example.com }',
  },
  'file-encoding': {
    title: 'Text files are saved as UTF-8.',
    explanation:
      'In another encoding, such as UTF-16 or Windows-1252, readers would see other characters instead of accents, dashes and quotation marks. The file is therefore not read at all.',
    fix: 'Save the file as UTF-8 (most editors have “Save with encoding”), or convert it: `iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md`.',
    fixed: 'all',
  },
  'file-outside': {
    title: 'Files lie in the newsletter’s folder.',
    explanation:
      'A symbolic link leads out of the newsletter’s folder. Nothing outside that folder is read, so that a newsletter written by somebody else cannot put your private files into an email.',
    fix: 'Replace the link by a copy of the file.',
    fixed: 'all',
  },
  'file-unreadable': {
    title: 'Files and folders of the newsletter can be read.',
    explanation:
      'A file or folder is there but cannot be opened: it belongs to another user, a folder stands where a file should be, or it is a broken link. What is in it would be missing from the email.',
    fix: 'Change its permissions (`chmod u+r issues/2024-11-28-sora.md`), or remove what is not meant to be there.',
    fixed: 'all',
  },
  'file-unwritable': {
    title: 'The output can be written.',
    explanation:
      'The finished email could not be saved: the disk is full or read-only, the folder belongs to another user, or a file stands where a folder should be. Nor is a file replaced that this newsletter has not written: its output folder may be that of another newsletter or another program. What lies in the output folder may be from an earlier build.',
    fix: 'Fix what the message names, or choose another folder: `issue build --out other/folder`. If the files in it can be replaced, add `--force` once.',
    fixed: 'all',
  },
  'nesting-depth': {
    title: 'Quotes, lists and HTML are not nested more than a hundred levels deep.',
    explanation: 'The issue is nested so deep that it cannot be processed. Usually a program has written it.',
    fix: 'Look for a very long run of `>` or of opening tags, and remove the levels that nobody would see.',
    fixed: 'all',
  },
  'internal-error': {
    title: 'Issuepress and its plugins work as they should.',
    explanation:
      'Something went wrong that is no mistake of yours: in issuepress, or in a plugin that the config adds. The issue was not built; others are not affected.',
    fix: 'If the config has plugins (`markdown:`), remove them one by one to find the one that fails. If it still fails without any, please report it, together with the issue.',
    fixed: 'all',
  },
} satisfies Record<string, RuleText>
