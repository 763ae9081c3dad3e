import * as v from 'valibot'

/** A host's name or IP address, without port or scheme. */
const host = v.pipe(
  v.string("a server's name such as `smtp.example.com`"),
  v.regex(
    /^(?:[\w.-]+|\[?[0-9a-f:.]+\]?)$/i,
    "a server's name such as `smtp.example.com`, without scheme or port",
  ),
)

const expectedPort = 'a number from 1 to 65535'
const port = v.pipe(
  v.number(expectedPort),
  v.check((value) => Number.isInteger(value) && value >= 1 && value <= 65_535, expectedPort),
)

const secure = v.picklist(['starttls', 'tls', 'none'], '`starttls`, `tls` or `none`')

const user = v.pipe(
  v.string("a user's name"),
  v.check((value) => value !== '' && !/\p{Cc}/u.test(value), "a user's name"),
)

/** The schema of the config's `smtp`; its messages are the texts after "expected". */
export const smtpSchema = v.looseObject(
  { host, port: v.optional(port), secure: v.optional(secure), user: v.optional(user) },
  (issue) =>
    issue.expected === '"host"'
      ? "a server's name such as `smtp.example.com`"
      : 'a map with `host`, `port`, `secure` and `user`',
)
