/** The emails by the Nu HTML checker. What mail needs and HTML does not know stands here, each with its reason. */
import { expect, test } from 'vitest'
import { inBrowser } from './in-browser.ts'
import { hasJava, validate } from './vnu.ts'

const made = inBrowser()

/** What the checker's errors may say, and why an email says it all the same. */
const exceptions: [message: RegExp, reason: string][] = [
  [
    /^The “(?:align|bgcolor|cellpadding|cellspacing|valign|width)” attribute on the “(?:table|td|th)” element is obsolete\. /,
    'classic Outlook and clients without style sheets lay out by these attributes',
  ],
  [
    /^Attribute “xmlns:[vo]” not allowed here\.$/,
    'classic Outlook draws buttons in VML only where its namespaces are declared',
  ],
  [/^CSS: “mso-hide”: /, 'classic Outlook shows what has only `display:none`'],
  [/^CSS: “mso-line-height-rule”: /, 'classic Outlook takes a line height for a least height without it'],
  [
    /^CSS: “mso-padding-alt”: /,
    'the padding of a poll’s row stands on its link, which classic Outlook does not pad',
  ],
  [
    /^Bad value “\{\{ unsubscribe_url \}\}” for attribute “href” on element “a”: /,
    'a merge tag: the provider puts an address in its stead',
  ],
]

test.skipIf(!hasJava)('every email is valid, but for what mail needs', () => {
  expect(made.emails.length).toBeGreaterThan(8)
  const found = validate(made.emails.map(({ path }) => path))
  const unexpected = found.filter(({ message }) => !exceptions.some(([pattern]) => pattern.test(message)))
  expect(unexpected.map(({ url, message, extract }) => `${url}: ${message} ${extract}`)).toEqual([])
  // An exception that nothing needs any more is to go.
  for (const [pattern] of exceptions)
    expect(
      found.filter(({ message }) => pattern.test(message)),
      String(pattern),
    ).not.toEqual([])
})
