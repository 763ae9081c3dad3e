import type { RuleText } from './rule-text.ts'

/** An issue's front matter, its Markdown and HTML, links, pictures and merge tags. */
export const contentRules = {
  'front-matter': {
    title:
      'The front matter has only keys that exist, with values that they can have, and the issue has a title.',
    explanation:
      'The front matter is the part between the two `---` lines at the top of an issue. A misspelled key has no effect: with `subjet:` the email would go out under another subject. Without a title there is no subject at all.',
    fix: 'The first line of the file is `---`, then come the keys:\n\n---\nsubject: What Sora can do\ndate: 2024-11-28\n---',
    fixed: 'errors',
  },
  'front-matter-language': {
    title: 'The front matter is YAML.',
    explanation:
      'A word after the first `---`, such as `---js`, asks for another language, and `+++` for TOML. Issuepress reads only YAML and runs no code from an issue.',
    fix: 'Write `---` alone on the first line, `key: value` lines below it, and `---` below the last: `draft: true`, where TOML has `draft = true`.',
    fixed: 'all',
  },
  'front-matter-dashes': {
    title: 'The front matter is between two lines of `---`.',
    explanation:
      'The issue begins with lines such as `Title: …` and `Date: …`, as some other programs read them. Without the dashes they are text: readers would see them as the first paragraph, and the issue would have no title.',
    fix: 'Put a line with `---` above the first key and one below the last:\n\n---\ntitle: What Sora can do\ndate: 2024-11-28\n---',
  },
  'front-matter-unclosed': {
    title: 'The front matter ends with a line of `---`.',
    explanation:
      'The file begins with `---`, but no second `---` ends the front matter, so the whole issue counts as front matter and the email would be empty.',
    fix: 'Put a line with `---` after the last key. If the first line was meant as a divider, write `***`.',
    fixed: 'all',
  },
  'link-address': {
    title: 'Links have an address that works in an email.',
    explanation:
      'On a website `about.html` is found beside the current page; an email has no page to start from, so that tapping the link would do nothing. Addresses such as `javascript:` are blocked by every mail client.',
    fix: 'Write the whole address: `[about us](https://example.com/about)`. To link to another issue, write its file’s name: `[last week](2024-11-21-launch.md)`.',
  },
  'image-file': {
    title: 'Pictures are there, and are pictures.',
    explanation:
      'Readers would see an empty frame, or nothing. Either the file is missing, too large, cut off or not in an image format, or its address is of a kind that mail clients do not load. An SVG with a script or the like would run it when somebody opens the picture on its own.',
    fix: 'Save the picture beside the issue and write its path from there: `![A red chair](images/chair.png)`. Names of files distinguish `Chair.png` and `chair.png`.',
  },
  'html-element': {
    title: 'HTML in an issue uses only elements that mail clients show.',
    explanation:
      'Mail clients remove forms, scripts, videos and the like, or show them broken. Issuepress leaves such an element out of the email; the text inside it stays, unless it is code or style. A video, an audio or a frame becomes a link to it, and folded text (`<details>`) is shown open. What is no element of HTML, such as `<T>`, is shown as text; it is reported if it looks like a misspelt element.',
    fix: 'Use Markdown or a block instead. If you meant the tag as text, put a backslash before it, `\\<form>`, or write it as code: `` `<form>` ``.',
  },
  'html-attribute': {
    title: 'HTML in an issue uses only attributes that work in email.',
    explanation:
      'The attribute does nothing in an email (such as `onclick`, since mail clients run no scripts), so that it was left out. The element itself stays. A second attribute of the same name does nothing either, and one in typographic quotation marks, `href=“…”`, has these in its value, so that a link leads nowhere.',
    fix: 'Remove the attribute, or put its value in straight quotation marks: `href="https://example.com"`. For the look of a text, use a block or the template’s `style.css`.',
  },
  'html-comment': {
    title: 'Issues have no conditional comments.',
    explanation:
      'Comments such as `<!--[if mso]>` hide HTML that only classic Outlook reads and that no check can look into. They were left out, so that readers with Outlook would miss what is inside.',
    fix: 'Write markup for classic Outlook in a template, and keep only words in the issue.',
  },
  'html-unclosed': {
    title: 'HTML comments and elements have an end.',
    explanation:
      'A comment, an element or a tag without its end extends to the end of the issue, and a link or bold text to the end of its paragraph: readers would miss all that follows, or see it in bold or as a link.',
    fix: 'Put the end where you meant it: `<!-- a note -->`, `<b>Important:</b>`, `<a href="https://example.com">our shop</a>`. If you meant the sign as text, put a backslash before it: `\\<b>`.',
  },
  'html-nesting': {
    title: 'Elements of HTML begin and end in each other.',
    explanation:
      'Of `<b><i>words</b></i>` the inner element ends where the outer one does. An end tag without its start tag, and a `/` at the end of a start tag, have no effect. The email was mended, but the words that are bold or linked may not be those that you meant.',
    fix: 'End first what began last: `<b><i>words</i></b>`. Remove an end tag that is left over.',
  },
  'code-unclosed': {
    title: 'Code blocks are closed.',
    explanation: 'Without a closing fence everything below it, to the end of the issue, is shown as code.',
    fix: 'Put a line with the same three signs below the code:\n\n```\nnpm install\n```',
  },
  'footnote-pair': {
    title: 'Every footnote has a reference in the text, and every reference a footnote.',
    explanation:
      'A reference without a footnote is shown to readers as it was typed, `[^1]`. A footnote without a reference is not shown at all.',
    fix: 'Write both with the same name: `A claim.[^source]` in the text, and `[^source]: Where it comes from.` on a line of its own.',
  },
  'table-cells': {
    title: 'Rows of a table have no more cells than its head.',
    explanation:
      'A cell below no head is in no column and is left out, with its words. Often a `|` that belongs to the text, in code or in a link’s address, begins a new cell. If the head and the line of hyphens below it differ in number, there is no table at all, and readers would see it as it was typed.',
    fix: 'Write `\\|` for a sign that belongs to the text, in code as well, or give the table one more head:\n\n| Plan | Price | |\n| --- | --- | --- |\n| Solo | $5 | new! |',
  },
  'merge-name': {
    title: 'Links to `merge:` name something that the target can fill in, where it can fill it in.',
    explanation:
      'A name behind `merge:` is filled in by the provider for each reader, such as a first name. A name that does not exist, or that the target lacks, could not be replaced: readers would see raw code, or a link that leads nowhere.',
    fix: 'Use one of the names that `issue targets <target>` lists: `Hello [friend](merge:first_name)`, or `[Unsubscribe](merge:unsubscribe_url)`. In the front matter only texts can be filled in, no addresses.',
    fixed: 'errors',
  },
  'merge-fallback': {
    title: 'Merge tags have the fallback that their target needs and can write.',
    explanation:
      'A fallback is shown to readers of whom the provider knows no name: “Hello friend” instead of “Hello ”. Some providers have no fallback for this tag, cannot hold certain characters in it, or send nothing to such readers without one.',
    fix: 'Write plain words in the brackets: `Hello [friend](merge:first_name)`. Where the target has no fallback, phrase the sentence so that it works without the name.',
  },
  'merge-unverified': {
    title: 'Merge tags are known from their provider’s documentation.',
    explanation:
      'No documentation was found that confirms this tag of this provider. It may well work, but readers could see it as raw code.',
    fix: 'Send yourself a test from your provider and look at the place. To use another tag, write it as your provider documents it.',
  },
  'merge-markup': {
    title: 'Merge tags have nothing in them that HTML, a style or an address would take for its own.',
    explanation:
      'A merge tag goes out byte for byte. With markup in it, a quotation mark that ends the attribute around it, or a `javascript:` behind it, a reader’s program would run what no check has seen; with a filter that decodes or changes its strings, the provider would make such markup of them. Such a tag is text in the email, or is left out of it. Tags in the config, in `sponsors.yml` and in templates are validated as well.',
    fix: 'Write a tag as your provider documents it, with a space behind `<` in a comparison: `{% if a < b %}`. In an attribute, put its strings in single quotation marks, and begin and end a condition in the same one. If it is a sample, put a backslash before it or write it as code: `` `{{ <b> }}` ``.',
    fixed: 'errors',
  },
} satisfies Record<string, RuleText>
