import * as v from 'valibot'
import { hasControlCharacter } from '../control-characters.ts'
import { expectedLanguageTag, isLanguageTag } from '../language-tag.ts'
import { expectedAddress } from '../mailbox/expected-address.ts'
import { parseAddress } from '../mailbox/parse-address.ts'
import { isPlainMailbox, plainMailbox } from '../mailbox/plain-mailbox.ts'
import { formatIsoDate } from './date-text.ts'

const oneLine = v.pipe(
  v.string('text'),
  v.check(
    (text) => !/[\t\n\r]/.test(text.trim()) && !hasControlCharacter(text.trim()),
    'text on one line, without control characters',
  ),
  v.transform((text) => text.trim()),
)

/** A calendar date, alone or with a time (ISO 8601, the forms of RFC 3339), or what other programs write for one. */
const isoDate = v.pipe(
  v.string('a date such as `2024-11-28`'),
  v.check(
    (text) => formatIsoDate(text) !== undefined,
    'a date such as `2024-11-28` or `2024-11-28T09:12:00+01:00`',
  ),
  v.transform((text) => formatIsoDate(text) ?? text),
)

const written = v.pipe(
  v.union(
    [v.string(), v.looseObject({ name: v.optional(v.string()), email: v.optional(v.string()) })],
    'a name, `Name <name@example.com>`, or `name:` and `email:`',
  ),
  v.check(
    (value) =>
      !hasControlCharacter(typeof value === 'string' ? value : `${value.name ?? ''}${value.email ?? ''}`),
    'a name without control characters',
  ),
  v.check(
    (value) => parseAddress(value) !== undefined,
    ({ input }) => expectedAddress(input, 'a name, `Name <name@example.com>`, or `name:` and `email:`'),
  ),
)
const address = v.pipe(
  written,
  v.transform((value) => parseAddress(value)),
)

/** A mailbox in the header of an email. */
const sender = v.pipe(
  written,
  v.check((value) => isPlainMailbox(parseAddress(value)?.email ?? ''), plainMailbox),
  v.transform((value) => parseAddress(value)),
)

const languageTag = v.pipe(
  v.string('a language tag such as `en` or `pt-BR`'),
  v.check(isLanguageTag, ({ input }) => expectedLanguageTag(input)),
)

/** A folder's name on every file system: no separators, no leading dot. */
const slug = v.pipe(
  v.string('letters, digits, `-`, `_` and `.`'),
  v.regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u,
    'letters, digits, `-`, `_` and `.`, a letter or digit first',
  ),
)

const expectedNumber = "the issue's number, such as `42`"

/** A text of digits is a number that somebody has put in quotation marks. */
const issueNumber = v.pipe(
  v.union([v.number(), v.string()], expectedNumber),
  v.check((value) => /^\d{1,9}$/.test(String(value).trim()), expectedNumber),
  v.transform(Number),
)

/** The front matter of an issue. Messages complete the sentence "Unexpected X, expected …". */
export const frontMatterSchema = v.looseObject({
  subject: v.optional(oneLine),
  preheader: v.optional(oneLine),
  title: v.optional(oneLine),
  slug: v.optional(slug),
  date: v.optional(isoDate),
  number: v.optional(issueNumber),
  author: v.optional(address),
  from: v.optional(sender),
  sponsor: v.optional(v.string('a key of `sponsors` in the config')),
  template: v.optional(v.string('the name of a template')),
  lang: v.optional(languageTag),
  dir: v.optional(v.picklist(['ltr', 'rtl'], '`ltr` or `rtl`')),
  draft: v.optional(v.boolean('`true` or `false`')),
  tags: v.optional(v.array(v.string('text'), 'a list such as `[ai, video]`')),
  params: v.optional(v.record(v.string(), v.unknown(), 'a map of your own keys')),
})

/** The keys that front matter can have, in the order of the documentation. */
export const ownKeys: readonly string[] = Object.keys(frontMatterSchema.entries)
