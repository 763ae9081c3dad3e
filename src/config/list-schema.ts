import * as v from 'valibot'
import { parseAddress } from '../mailbox/parse-address.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { neutralUnsubscribe } from '../settings.ts'
import { inlineDialects } from '../targets/dialects.ts'

/** At least two labels of a host's name (RFC 2919, section 2). */
const listId = v.pipe(
  v.string("a host's name such as `news.example.com`"),
  v.regex(
    /^(?=.{1,255}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/i,
    "a host's name such as `news.example.com`",
  ),
)

const expectedUrl =
  'an address such as `https://example.com/unsubscribe?s={{ subscriber.id }}`, or `merge:unsubscribe_url`'

/** Written in a header between angle brackets, which allows ASCII only. */
const url = v.pipe(v.string(expectedUrl), v.check(isUnsubscribeUrl, expectedUrl))

const mailto = v.pipe(
  v.string('an email address'),
  v.transform((value) => value.trim().replace(/^mailto:/i, '')),
  v.check(isPlainMailbox, 'an email address such as `leave@example.com`'),
)

const unsubscribe = v.pipe(
  v.looseObject(
    {
      url: v.optional(url),
      mailto: v.optional(mailto),
      oneClick: v.optional(v.boolean('`true` or `false`')),
    },
    'a map with `url`, `mailto` or both',
  ),
  v.check(
    (value) => !value.oneClick || (value.url !== undefined && !/^http:/i.test(value.url)),
    'an `https:` address in `url`, which `oneClick` needs',
  ),
)

/** The schema of the config's `list`; its messages are the texts after "expected". */
export const listSchema = v.looseObject(
  { id: v.optional(listId), unsubscribe: v.optional(unsubscribe) },
  'a map with `id` or `unsubscribe`',
)

function isUnsubscribeUrl(value: string): boolean {
  if (value === neutralUnsubscribe) return true
  if (!/^[\x20-\x7e]{1,900}$/.test(value)) return false
  const tags = createTagPattern(inlineDialects)
  const rest = value.replace(tags, 'x')
  return rest === 'x' || (/^https?:\/\/[^\s/<>]/i.test(rest) && !/[\s<>]/.test(rest) && URL.canParse(rest))
}

function isPlainMailbox(value: string): boolean {
  return parseAddress(value)?.email === value && /^[\x21-\x7e]+$/.test(value)
}
