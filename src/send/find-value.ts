/**
 * What the providers call each neutral name, by the last part of their own: small letters and digits alone. From their
 * documentation and from code that uses them; the first that fits counts.
 */
const meanings: [pattern: RegExp, name: string][] = [
  [/^(?:fname|first|firstname|insertfirstname)$/, 'first_name'],
  [/^(?:lname|last|lastname|surname)$/, 'last_name'],
  [/^(?:name|fullname)$/, 'name'],
  [/^(?:e?mail|emailaddress|recipientemail)$/, 'email'],
  [/^(?:id|uuid|uniqid|uniqueid|subscriberid|contactid|customerid)$/, 'subscriber_id'],
  [/^(?:updateprofile|updatelink|change|manage\w*|preferences\w*|\w+preferences\w*)$/, 'preferences_url'],
  [/unsub|^remove$/, 'unsubscribe_url'],
  [
    /^(?:archive|mirror|weblink|url|absoluteurl|messageurl|webversion|webview\w*|viewinbrowser\w*|viewaspage\w*)$/,
    'web_url',
  ],
  [/^(?:address|addressline|listaddress\w*|fulladdress|senderaddress|senderinfo\w*)$/, 'postal_address'],
  [/^(?:listname|company|companyname|sendername)$/, 'list_name'],
  [/^companystreetaddress1$/, 'street'],
  [/^companystreetaddress2$/, 'street_2'],
  [/^(?:companycity|sendercity)$/, 'town'],
  [/^(?:companystate|senderstate)$/, 'region'],
  [/^(?:companyzip|senderzip)$/, 'postcode'],
  [/^(?:companycountry|sendercountry)$/, 'nation'],
  [/^(?:currentyear|year)$/, 'current_year'],
  [/^(?:currentmonth|currentmonthname)$/, 'current_month'],
  [/^(?:currentday|currentdayname)$/, 'current_day'],
  [/^currentdaynumber$/, 'current_day_number'],
  [/^(?:date|today|now|localdt|timenow|publishdate|formatdate)$/, 'date'],
  [/^subject$/, 'subject'],
]

/** Forms of a date that are nothing but the year: of `strftime`, of Go, of PHP. */
const yearForms = new Set(['%Y', '2006', 'Y'])

/**
 * The value that a tag stands for.
 * @param path the tag's own name: `subscriber.first_name`, `LIST:ADDRESSLINE`
 * @param values under neutral names, or under tags' own
 * @param words what else the tag says, such as a date's form
 * @returns the value and the name that it was found under
 */
export function findValue(
  path: string,
  values: Readonly<Record<string, string>>,
  words?: string,
): { name: string; value: string } | undefined {
  const known = new Map(Object.keys(values).map((name) => [toKey(name), name]))
  const parts = path.split(/[.:]/).filter((part) => part !== '')
  const tried = [path, parts.slice(-2).join(''), parts.at(-1) ?? '', parts[0] ?? ''].map(toKey)
  const isYear = yearForms.has(words ?? '') || yearForms.has(parts[1] ?? '')
  const own = tried.slice(0, 3).map((key) => known.get(key))
  const meant = tried.map((key) => meanings.find(([pattern]) => pattern.test(key))?.[1])
  const name = [...own, ...meant].find((found) => found !== undefined && found in values)
  if (name === undefined) return undefined
  const chosen = name === 'date' && isYear && 'current_year' in values ? 'current_year' : name
  return { name: chosen, value: values[chosen] ?? '' }
}

function toKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
