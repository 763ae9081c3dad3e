import type { RuleText } from './rule-text.ts'

/** Blocks in an issue, and what the blocks for polls and sponsors need. */
export const blockRules = {
  'block-unknown': {
    title: 'Blocks have a name that the template knows.',
    explanation:
      'A block is a line that begins with colons, such as `::button[Read on]{url="https://example.com"}`. The template has none of this name, so that it cannot be rendered.',
    fix: 'Use one of the names in the message, or write a block of your own: `templates/default/blocks/name.html`. If the line was meant as text, put a backslash before the colons: `\\::name`.',
    fixed: 'all',
  },
  'block-syntax': {
    title: 'Blocks are on a line of their own, which can be read.',
    explanation:
      'A block’s line holds colons, a name, a label and attributes, without anything else. With a space after the colons or a missing quotation mark it is no block, nor is it one in indented code, after other words, in a table or in HTML: readers would see it as it was typed.',
    fix: 'Write `:::callout{tone="tip"}`: nothing before the colons, no space before the name, every value in double quotes. If the line was meant as text, put a backslash before it: `\\:::`.',
  },
  'block-unclosed': {
    title: 'Blocks with three colons are closed.',
    explanation:
      'A block that begins with `:::` ends at a line with `:::`. Without it everything below, to the end of the issue, is part of the block.',
    fix: 'Put a line with as many colons below the block:\n\n:::callout\nThe text.\n:::',
  },
  'block-nesting': {
    title: 'A block around another one has more colons.',
    explanation:
      'The first line of `:::` closes both blocks when they begin with equally many colons, so the rest of the outer block is outside of it.',
    fix: 'Give the outer block one colon more:\n\n::::callout\n:::quote\nThe words.\n:::\n::::',
  },
  'block-shape': {
    title: 'Blocks have a label and a text where they need one, and none where they do not.',
    explanation:
      'Some blocks need a label (a button its words), some a text between two lines of colons, and some can have neither. A text that the block has no place for would not be shown, and a missing one would leave a gap.',
    fix: 'The label stands in square brackets, the text below: `::button[Read on]{url="https://example.com"}` has a label, `:::callout`, a text and `:::` has a body.',
    fixed: 'all',
  },
  'block-attribute': {
    title: 'Blocks have the attributes that they need, with values that these can have.',
    explanation:
      'Attributes stand in braces after a block’s name. A misspelled one has no effect, and without a needed one, such as a button’s `url`, the block cannot be rendered.',
    fix: 'Write each as a name and a value in double quotes: `::button[Read on]{url="https://example.com" align="center"}`.',
    fixed: 'all',
  },
  'include-file': {
    title: 'Included files are there, in the newsletter’s folder.',
    explanation:
      'The block `include` puts another Markdown file in its place. Without the file the issue would lack a part. A file outside the newsletter’s folder is never read, so that nothing of the machine can end up in an email.',
    fix: 'Write the path from the file that contains the block: `::include{file="../snippets/about.md"}`.',
    fixed: 'all',
  },
  'include-circle': {
    title: 'No file includes itself.',
    explanation:
      'A file that includes itself, directly or through another one, would have no end. The message names the files of the circle in their order.',
    fix: 'Remove one of the blocks that the message names, or move what both files need into a third one.',
    fixed: 'all',
  },
  'include-front-matter': {
    title: 'Included files have no front matter.',
    explanation:
      'Subject, date and the like are those of the issue. Front matter of an included file has no effect, and its author may expect one.',
    fix: 'Remove the lines from the first `---` to the second one, and write what the issue needs into its own front matter.',
  },
  'toc-empty': {
    title: 'Contents have something to list.',
    explanation:
      'The block `toc` lists the headings of the issue below its title. Without one of them it prints nothing.',
    fix: 'Write headings, such as `## What is new`, or remove the block.',
  },
  'chart-data': {
    title: 'Charts have data that can be drawn: a name and a number for each bar.',
    explanation:
      'The numbers of a chart come from a list in the block, or from a CSV file. What is missing or no number cannot be drawn, and to leave it out would show another picture than the data.',
    fix: 'In the block, write items such as `- Monday: 12.5`. In the CSV file, correct the line that the message names: digits, with a point before decimals.',
    fixed: 'all',
  },
  'chart-header': {
    title: 'The first row of a chart’s CSV file has the names of the columns.',
    explanation:
      'The first row of a CSV file is not drawn: it names the columns. A number there is probably one of the data, which the chart would silently leave out.',
    fix: 'Put a row with names above it: `Day,Number`. If the number is the name of a column, such as a year, name it in the block: `{values="2024"}`.',
  },
  'chart-thousands': {
    title: 'Points in a chart’s CSV file are decimal marks.',
    explanation:
      'Where the comma is the decimal mark, programs write semicolons between columns, and points between thousands: `3.800` is 3800 there. A chart reads it as 3.8, and draws a bar of a thousandth of the length.',
    fix: 'Write thousands without a point: `3800`. If 3.8 is meant, write `3.8`, or divide the columns by commas.',
  },
  'chart-columns': {
    title: 'Columns of a chart fit beside each other on a phone.',
    explanation:
      'On a phone of 320 pixels there is room for some 34 characters below columns. More of them would have to break words, so the chart is drawn as bars.',
    fix: 'Remove `type="columns"` from the block, or shorten the names.',
  },
  'related-issue': {
    title: 'Earlier issues that an issue names are in the archive, which has an address.',
    explanation:
      'The block `related` links to other issues on the web. It needs the newsletter’s own address, and slugs of issues that are there and are no drafts.',
    fix: 'Correct the slug, and set `url:` in the config to where the web archive is.',
    fixed: 'all',
  },
  'related-empty': {
    title: 'There are earlier issues to list.',
    explanation:
      'The block `related` lists earlier issues. For a first issue, or with a tag that no earlier one has, it prints nothing.',
    fix: 'Remove the block, or the tag.',
  },
  'event-time': {
    title: 'Events have a time that exists, with its time zone.',
    explanation:
      'Readers live in many time zones, and so do their calendars. A time without a zone is another hour for some of them, and an event that is over is none.',
    fix: 'Write `{start="2026-02-05T19:00" timezone="Europe/Berlin"}`, or `{start="2026-02-05"}` for a whole day.',
  },
  'event-id': {
    title: 'Events of an issue have ids of their own, of letters, digits, `-` and `_`.',
    explanation:
      'The id is the name of the event’s calendar file. Two files of one name would replace each other.',
    fix: 'Write the id after `#`: `:::event[Launch]{#launch start="2026-02-05"}`.',
    fixed: 'all',
  },
  'event-address': {
    title: 'Calendar files have an address that readers can open.',
    explanation:
      'An event’s calendar file is written beside the email, into the folder that goes to the web archive. The email can link to it only if the newsletter’s own address is known.',
    fix: 'Set `url:` in the config to where the web archive is.',
  },
  'block-items': {
    title: 'Blocks made of a list have one list, with as many items as they can have.',
    explanation:
      'A poll’s options are the items of its list. Without a list, with two of them or with too many items it cannot be rendered.',
    fix: 'Write one list in the block, an item on each line:\n\n:::poll{#feedback}\nHow was this issue?\n\n- Loved it\n- Not for me\n:::',
    fixed: 'all',
  },
  'block-place': {
    title: 'Blocks that fill the sheet are at the top level.',
    explanation:
      'The picture of a `hero` ends at the edges of the sheet. Within another block, a list or a quotation there is no room for it.',
    fix: 'Move the block out of what is around it. A picture in a text is `:::figure`, or an image in Markdown.',
  },
  'video-image': {
    title: 'The picture of a video is a PNG or JPEG beside the issue.',
    explanation:
      'No mail client plays a video in an email, so that it is a picture which links to it. What tells readers that there is a video is drawn into a copy of the picture, which can be done with a file in one of these formats.',
    fix: 'Save a still of the video beside the issue, as PNG or JPEG, and write its path: `::video[The title]{url="https://…" image="still.jpg"}`.',
    fixed: 'all',
  },
  'block-parts': {
    title: 'Blocks made of parts have as many as they can show, none of them empty.',
    explanation:
      'Lines with `---` divide the text of such a block into its parts: columns stand beside each other. With one part, or with too many, there would be nothing to set beside it, or no room.',
    fix: 'Put a line with `---`, and blank lines around it, between the parts:\n\n:::columns\nThe first column.\n\n---\n\nThe second column.\n:::',
    fixed: 'all',
  },
  'item-id': {
    title: 'Ids of items are well-formed, unique, and at the end of the item’s first line.',
    explanation:
      'An id, such as `{#loved}`, tells a poll’s options apart when votes are counted. One that cannot be read would be shown to readers, and the votes of two options with the same id would be mixed up.',
    fix: 'Write it after the last word: `- **Loved it** {#loved}`, with letters, digits, `-` and `_` only. To write it as text, put a backslash before the brace: `\\{#loved}`.',
    fixed: 'all',
  },
  'block-link': {
    title: 'There is no link inside a link.',
    explanation:
      'The block makes a link of its words. Of two links inside each other mail clients follow one or the other, and the plaintext would show both.',
    fix: 'Remove the inner link. To send a poll’s option to an address of its own, make the whole option a link: `- [Loved it](https://example.com/loved)`.',
  },
  'poll-id': {
    title: 'Every poll of an issue has an id of its own, of letters, digits, `-` and `_`.',
    explanation:
      'Votes are counted by the poll’s id, which is part of the vote’s address. With the same id the votes of two polls would be mixed up; without a readable one they could not be found.',
    fix: 'Write the id after `#`: `:::poll{#feedback}`.',
    fixed: 'all',
  },
  'poll-target': {
    title: 'Polls have a place that votes go to.',
    explanation: 'Readers tap an option to vote. Without an address the options would lead nowhere.',
    fix: 'The simplest way needs no server: votes as emails to you. In the config, write `polls: { mailto: votes@example.com }`. For votes counted on the web, write `polls: { pages: true }` or an address pattern, `polls: { url: "https://example.com/vote?i={issue}&p={poll}&o={option}" }`.',
    fixed: 'all',
  },
  'poll-url': {
    title: 'A poll’s address pattern has only placeholders that can be filled in.',
    explanation:
      'Words in braces, such as `{option}`, are replaced in each option’s address. One that does not exist would stay as it is, so that the vote could not be counted.',
    fix: 'Use `{issue}`, `{poll}`, `{option}` and, where the target has a tag for it, `{subscriber}`.',
    fixed: 'all',
  },
  'poll-results': {
    title: 'The results of a poll that an issue shows have been counted.',
    explanation:
      'The block `poll-results` shows the outcome of an earlier poll from a file that `issue poll tally` writes. Without that file there is nothing to show.',
    fix: 'Name the earlier issue and its poll, `::poll-results{from="2024-11-28-sora#feedback"}`, and count the votes first: `issue poll tally 2024-11-28-sora feedback`.',
    fixed: 'all',
  },
  'sponsor-unknown': {
    title: 'Sponsors are in the config.',
    explanation:
      'The issue names a sponsor by an id that `sponsors` in the config does not have, so that name, address and logo are not known and the placement that was sold would be missing.',
    fix: 'Correct the id, or add the sponsor to the config: `sponsors: { acme: { name: Acme, url: https://acme.example } }`. A block can also hold both itself: `:::sponsor{name="Acme" url="https://acme.example"}`.',
    fixed: 'all',
  },
  'sponsor-label': {
    title: 'The label of an advertisement says that it is one.',
    explanation:
      'Words such as “Together with” or “Presented by” may only suggest that somebody supports the newsletter. Regulators (the FTC in the US, courts in Germany) call them ambiguous for copy that was paid for.',
    fix: 'Write a plain label, `:::sponsor[Advertisement]{#acme}`, or leave it out: the config’s `disclosure`, else the language’s word for it, is used instead.',
  },
} satisfies Record<string, RuleText>
