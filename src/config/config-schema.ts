import * as v from 'valibot'
import { hasControlCharacter } from '../control-characters.ts'
import { listNames } from '../diagnostics/list-names.ts'
import { expectedLanguageTag, isLanguageTag } from '../language-tag.ts'
import { expectedAddress } from '../mailbox/expected-address.ts'
import { parseAddress } from '../mailbox/parse-address.ts'
import { isPlainMailbox, plainMailbox } from '../mailbox/plain-mailbox.ts'
import { guessAddress } from '../urls/guess-address.ts'
import { daySchema as day } from './day-schema.ts'
import { listSchema } from './list-schema.ts'
import { isMap } from './remove-empty.ts'
import { scheduleSchema } from './schedule-schema.ts'
import { smtpSchema } from './smtp-schema.ts'

const text = v.pipe(
  v.string('a text'),
  v.check((value) => !hasControlCharacter(value), 'a text without control characters'),
)
const line = v.pipe(
  text,
  v.check((value) => !/[\t\n\r]/.test(value), 'a text of one line'),
)
const mailbox = v.pipe(
  v.string('an email address'),
  v.transform((value) => value.trim().replace(/^mailto:/i, '')),
  v.check((value) => parseAddress(value)?.email === value, 'an email address such as `hello@example.com`'),
)

const addresses = 'an email address such as `ada@example.com`, or a list of ten at most'

/** An http(s) address, which may contain merge tags: `new URL` accepts them. */
const address = v.pipe(
  v.string('an http(s) address'),
  v.check(isHttpAddress, ({ input }) => describeAddress(input)),
)

/** A base address that paths are appended to. */
const base = v.pipe(
  address,
  v.check(
    (value) => !/[?#]/.test(value),
    'an http(s) address without `?` and `#`, since paths are appended to it',
  ),
  v.transform((value) => value.replace(/\/+$/, '')),
)

const from = v.pipe(
  v.union(
    [v.string(), v.looseObject({ name: v.optional(v.string()), email: v.string() })],
    'an address such as `Ada <ada@example.com>`',
  ),
  v.check(
    (value) => !hasControlCharacter(typeof value === 'string' ? value : `${value.name ?? ''}${value.email}`),
    'an address without control characters',
  ),
  v.check(
    (value) => parseAddress(value)?.email !== undefined,
    ({ input }) => expectedAddress(input, 'an address such as `Ada <ada@example.com>`'),
  ),
  v.check((value) => isPlainMailbox(parseAddress(value)?.email ?? ''), plainMailbox),
)

const hosts = v.array(
  v.pipe(text, v.regex(/^[^\s/:@]+$/, 'a host such as `example.com`, without `https://`')),
  'a list of hosts',
)

const token = v.union(
  [v.string(), v.number()],
  'a text or a number; a colour that begins with `#` needs quotes around it',
)

const expectedCount = 'a whole number: how many sponsors an issue may have'
const count = v.pipe(v.number(expectedCount), v.integer(expectedCount), v.minValue(0, expectedCount))

const sponsor = v.looseObject(
  {
    name: v.pipe(text, v.nonEmpty("the sponsor's name")),
    url: address,
    logo: v.optional(v.string("an image's path or address")),
    'logo-dark': v.optional(v.string("an image's path or address")),
    cta: v.optional(text),
    label: v.optional(text),
    utm: v.optional(v.boolean('`true` or `false`')),
    from: v.optional(day),
    until: v.optional(day),
    issues: v.optional(v.array(v.string("an issue's slug"), "a list of issues' slugs")),
  },
  createMapMessage('a map with `name` and `url`', { name: "the sponsor's name", url: 'an http(s) address' }),
)

/** The schema of the config's `sponsors`, and of `sponsors.yml` as a whole. */
export const sponsorsSchema = v.objectWithRest({ max: v.optional(count) }, sponsor, 'a map of sponsors')

const plugin = v.custom<unknown>(
  (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
  'a unified plugin, or a list of a plugin and its options',
)
const plugins = v.optional(v.array(plugin, 'a list of unified plugins'))

const expectedPaths = 'the path of a Markdown file, or a list of paths'
const definitionsPath = v.pipe(
  v.string(expectedPaths),
  v.check((value) => value.trim() !== '', expectedPaths),
)
const paths = v.union([definitionsPath, v.array(definitionsPath)], expectedPaths)

const expectedProfile = 'an http(s) address, or a map with `name` and `url`'
const profile = v.lazy((input) =>
  isMap(input)
    ? v.looseObject(
        { name: v.pipe(line, v.nonEmpty('a name')), url: address },
        createMapMessage(expectedProfile, { name: 'a name', url: 'an http(s) address' }),
      )
    : v.message(address, expectedProfile),
) as v.GenericSchema<string | { name: string; url: string }>

/** The entries of `issue.config.*` except `target`, whose names depend on `targets`. */
const entries = {
  name: v.optional(line),
  description: v.optional(text),
  url: v.optional(base),
  from: v.optional(from),
  postalAddress: v.optional(text),
  subscribe: v.optional(address),
  social: v.optional(v.array(profile, 'a list of http(s) addresses')),
  /** Only that it is a map: `validateCustomTargets` validates its entries. */
  targets: v.optional(v.custom<Record<string, unknown>>(isMap, 'a map of targets')),
  template: v.optional(v.pipe(text, v.regex(/^(?!\.)[\w.-]+$/, "a folder's name in `templates/`"))),
  lang: v.optional(
    v.pipe(
      v.string('a language tag'),
      v.check(isLanguageTag, ({ input }) => expectedLanguageTag(input)),
    ),
  ),
  dir: v.optional(v.picklist(['ltr', 'rtl'], '`ltr` or `rtl`')),
  theme: v.optional(v.record(v.string(), token, 'a map of design tokens')),
  assets: v.optional(v.looseObject({ baseUrl: v.optional(base) }, 'a map with `baseUrl`')),
  utm: v.optional(
    v.looseObject(
      { source: text, medium: text, campaign: v.optional(text), exclude: v.optional(hosts) },
      createMapMessage('a map with `source` and `medium`', { source: 'a text', medium: 'a text' }),
    ),
  ),
  polls: v.optional(
    v.looseObject(
      {
        url: v.optional(address),
        mailto: v.optional(mailbox),
        pages: v.optional(v.boolean('`true` or `false`')),
        endpoint: v.optional(address),
      },
      'a map with `url`, `pages` or `mailto`',
    ),
  ),
  schedule: v.optional(scheduleSchema),
  disclosure: v.optional(
    v.pipe(
      text,
      v.check((value) => value.trim() !== '', 'a label such as `Advertisement`'),
    ),
  ),
  list: v.optional(listSchema),
  merge: v.optional(
    v.looseObject(
      { fields: v.optional(v.array(v.pipe(text, v.nonEmpty("a field's name")), "a list of fields' names")) },
      'a map with `fields`',
    ),
  ),
  smtp: v.optional(smtpSchema),
  test: v.optional(
    v.union(
      [mailbox, v.pipe(v.array(mailbox), v.nonEmpty(addresses), v.maxLength(10, addresses))],
      addresses,
    ),
  ),
  sponsors: v.optional(sponsorsSchema),
  /** Only that these are maps: `validateCustomBlocks` and `validateChecks` validate their entries. */
  blocks: v.optional(v.custom<Record<string, unknown>>(isMap, 'a map of blocks')),
  checks: v.optional(v.custom<Record<string, unknown>>(isMap, 'a map of checks')),
  clients: v.optional(
    v.pipe(
      v.array(v.string("a mail client's name, such as `gmail`"), "a list of mail clients' names"),
      v.nonEmpty('at least one mail client'),
    ),
  ),
  markdown: v.optional(
    v.looseObject(
      { remarkPlugins: plugins, rehypePlugins: plugins, definitions: v.optional(paths) },
      'a map with `remarkPlugins`, `rehypePlugins` or `definitions`',
    ),
  ),
}

/**
 * Creates the schema of `issue.config.*`; its messages are the texts after "expected".
 * @param targetNames the names that `target` can have
 */
export function createConfigSchema(targetNames: readonly string[]) {
  const oneTarget = `one of ${listNames(targetNames)}`
  const target = v.picklist(targetNames, oneTarget)
  const { name, description, url, from, postalAddress, ...others } = entries
  const known = { name, description, url, from, postalAddress }
  const list = v.pipe(v.array(target), v.nonEmpty(oneTarget))
  return v.looseObject({
    ...known,
    target: v.optional(
      v.lazy((input) => (Array.isArray(input) ? list : target)) as v.GenericSchema<string | string[]>,
    ),
    ...others,
  })
}

/** A message for a map and for its missing keys: Valibot reports a missing key on the map, with the key in quotes. */
function createMapMessage(map: string, keys: Record<string, string>) {
  return (issue: v.BaseIssue<unknown>) => keys[issue.expected?.replaceAll('"', '') ?? ''] ?? map
}

function isHttpAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && !/[\r\n]/.test(value) && URL.canParse(value)
}

/** What was expected in place of a text that is no http(s) address: with its scheme, if only that is missing. */
function describeAddress(text: string): string {
  const guess = guessAddress(text)
  return guess && isHttpAddress(guess) ? `an http(s) address: \`${guess}\`` : 'an http(s) address'
}
