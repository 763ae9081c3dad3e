/**
 * The providers' names for each neutral name: patterns for the last part of a tag's name, in lowercase letters and digits
 * only. From the providers' documentation and from code that uses them; the first match wins.
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

/** Date formats that are only the year, in `strftime`, Go and PHP. */
const yearForms = new Set(['%Y', '2006', 'Y'])

/**
 * Finds the value of a tag.
 * @param path the tag's own name: `subscriber.first_name`, `LIST:ADDRESSLINE`
 * @param values under neutral names, or under tags' own
 * @param words other text in the tag, such as a date format
 * @returns the value and the name under which it was found
 */
export function findValue(
  path: string,
  values: Readonly<Record<string, string>>,
  words?: string,
): { name: string; value: string } | undefined {
  const known = new Map(Object.keys(values).map((name) => [normalizeName(name), name]))
  const parts = path.split(/[.:]/).filter((part) => part !== '')
  const keys = [path, parts.slice(-2).join(''), parts.at(-1) ?? '', parts[0] ?? ''].map(normalizeName)
  const isYear = yearForms.has(words ?? '') || yearForms.has(parts[1] ?? '')
  const own = keys.slice(0, 3).map((key) => known.get(key))
  const neutral = keys.map((key) => meanings.find(([pattern]) => pattern.test(key))?.[1])
  const name = [...own, ...neutral].find((found) => found !== undefined && found in values)
  if (name === undefined) return undefined
  const chosen = name === 'date' && isYear && 'current_year' in values ? 'current_year' : name
  return { name: chosen, value: values[chosen] ?? '' }
}

function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
