import type { IssueKey } from './issue-keys.ts'

/** What the keys in the head of a block's template mean, in the order of the table in `docs/blocks.md`, which is made of it. */
export const blockKeys: Readonly<Record<string, IssueKey>> = {
  description: { meaning: 'one line about the block', fallback: 'empty' },
  label: { meaning: 'the `[label]`: `none`, `optional` or `required`', fallback: '`none`' },
  body: { meaning: 'the content: `none`, `optional` or `required`', fallback: '`none`' },
  items: {
    meaning:
      "takes the options of the block's list out of the body, as `items`; a map with `min` (default 1) and `max`",
    fallback: 'none',
  },
  parts: {
    meaning:
      "divides the block's body at its `---` lines, as `parts`; a map with `min` (default 1) and `max`",
    fallback: 'none',
  },
  attributes: {
    meaning:
      'each with `type` (`text`, `url`, `image`, `number`, `boolean` or `list`; default `text`), `required`, `default`, `values` (the allowed ones), `min` and `max` (of a `number`) and `description`',
    fallback: 'none',
  },
  inset: { meaning: 'columns to leave free before each line of the body in plaintext', fallback: '0' },
}

/** What the keys within `items` and `attributes` mean, by their path. */
export const nestedBlockKeys: Readonly<Record<string, string>> = {
  'items.min': 'how many items the list has at least',
  'items.max': 'how many items the list has at most; any number if not given',
  'parts.min': 'how many parts the body has at least',
  'parts.max': 'how many parts the body has at most; any number if not given',
  'attributes.*': 'an attribute, by its name',
  'attributes.*.type': 'what its value is',
  'attributes.*.required': 'whether every such block needs it',
  'attributes.*.default': 'the value where none is written',
  'attributes.*.values': 'the values that are allowed; any if not given',
  'attributes.*.min': 'the least value of a `number`',
  'attributes.*.max': 'the greatest value of a `number`',
  'attributes.*.description': 'one line about the attribute',
}
