/** What a link is called: its words as readers meet them, and its pictures by the words in their stead. */
import { expect, test } from 'vitest'
import { extractLinks } from '../../src/html/extract-links.ts'

const day = (alt: string) => `<img class="fitted day" src="a.png" alt="${alt}" width="20">`
const night = (alt: string) =>
  `<!--[if !mso]><!--><img class="fitted night" src="b.png" alt="${alt}" width="20"><!--<![endif]-->`

test.each<[string, string, string]>([
  ['a picture and its twin for dark mode', day('Acme') + night('Acme'), 'Acme'],
  [
    'what looks like a tag in a picture’s words',
    day('The <Rundown> &amp; Co') + night('The <Rundown> &amp; Co'),
    'The <Rundown> & Co',
  ],
  ['two pictures', day('Acme') + night('Bell'), 'AcmeBell'],
  ['a picture’s words that the text says again', `${day('Acme')} Acme ${day('Acme')}`, 'Acme Acme Acme'],
  ['a picture that decorates', '<img src="a.png" alt=""> Read <img src="a.png" alt>on', 'Read on'],
  ['a picture without words', '<img src="a.png">', ''],
  [
    'character references',
    'a &#x3C; b&nbsp;&#62; c &amp;lt; d&#39;s &quot;e&quot; &hellip;',
    `a < b > c &lt; d's "e" &hellip;`,
  ],
  ['elements and comments', '<b>Re</b>ad <!-- <b>not</b> --><i title="a > b">on</i>', 'Read on'],
])('%s', (_, inner, text) => {
  expect(extractLinks(`<p><a class="x" href="https://a.news/?b=1&amp;c=2">${inner}</a></p>`)).toEqual([
    { url: 'https://a.news/?b=1&c=2', text },
  ])
})
