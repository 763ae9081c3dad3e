import type { Random } from '../../property/random.ts'

const tags = ['p', 'a', 'li', 'div', 'td', 'tr', 'table', 'ul', 'span', 'b', 'h1', 'img', 'body', 'title']
export const classes = ['one', 'two', 'Two', 'three', 'rtl', 'x-1', '_y']

const features = [
  '#top',
  '#side',
  '[align]',
  '[ALIGN]',
  '[align=left]',
  '[align="left"]',
  "[align='CENTER']",
  '[align^=l]',
  '[class]',
  '[class~=one]',
  '[href*="a.org"]',
  '[dir=rtl]',
  '[data-o]',
  '[ align = left ]',
  '[bgcolor|="x"]',
  '[title$=" t"]',
]
const negations = [
  ':not(.one)',
  ':not(td)',
  ':not([align])',
  ':not(#top)',
  ':not(a.two)',
  ':not(*)',
  ':not(.one.two)',
]
/** Selectors that look at more than a context, or that juice does not understand. */
const others = [
  'p + p',
  'li ~ li',
  'td:first-child',
  'li:nth-child(2n+1)',
  'td:last-of-type',
  'div:has(a)',
  'p:not(.rtl p)',
  'p:not(.one, .two)',
  ':is(p, td)',
  'a:hover',
  'a:link',
  'p::before',
  'p:after',
  'p:empty',
  ':root p',
  'a:first',
  'p:eq(1)',
  '> p',
  'p >',
  'p:',
  '.x\\-1',
  'p[style]',
  '[style*="red"] a',
  'p[title="it\'s"]',
  'p:contains(x)',
  'td:not(:first-child)',
  'svg|a',
  'p || a',
  '.9a',
  '[align=left i]',
  'p..one',
  '*|p',
  'p:not(:not(.one))',
  'tr:only-child td',
  '',
  '&',
  'p,,a',
  'ä',
  'p /* c */ a',
  '@x',
]
const declarations = [
  'color: red',
  'color: blue !important',
  'color:green!important',
  'margin: 0',
  'margin-top: 4px',
  'margin: 1px 2px !important',
  'font: 12px/2 "Gill Sans", serif',
  "font-family: 'A', \"O'Neill\"",
  'background: url(a;b.png)',
  'background: url("x.png") no-repeat',
  'content: "x"',
  'content: "it\'s; {"',
  'counter-reset: a 2',
  'counter-increment: a',
  '--own: 1',
  'color: var(--own)',
  'COLOR: Red',
  'mso-hide: all',
  '-webkit-text-size-adjust: 100%',
  '*zoom: 1',
  'width: 100px',
  'height: auto',
  'background-color: #fff',
  'text-align: left',
  'color: red; color: rgb(0 0 0)',
  'padding: 0 \ue000\ue101\ue002px',
  'broken',
  'color:',
  ': red',
  '/* x */',
  'width: calc(1px + 2%)',
]
/** Added to a compound, these look at more than a context, too. */
const otherFeatures = [
  ':first-child',
  ':last-child',
  ':nth-child(2)',
  ':only-child',
  ':empty',
  ':has(*)',
  ':not(* *)',
  '[style]',
  '[style*=red]',
]

/**
 * The rules of a random style sheet. Most have only selectors that see a context, so that the stored styles are used; of the
 * others some have a single selector that sees more.
 */
export function createRules(random: Random): string[] {
  const strangeness = random.pick([0, 0, 0, 0.1, 0.5])
  return Array.from({ length: 1 + random.below(9) }, () => {
    const selectors = Array.from({ length: 1 + random.below(3) }, () =>
      random.chance(strangeness) ? createOther(random) : createSelector(random),
    )
    const list = Array.from({ length: 1 + random.below(3) }, () => random.pick(declarations))
    return `${selectors.join(random.pick([',', ', ', ',\n']))} { ${list.join('; ')} }\n`
  })
}

function createOther(random: Random): string {
  if (random.chance(0.3)) return random.pick(others)
  const compound = random.pick([pickTag(random), '*', ''])
  const selector = random.chance(0.7) ? pickTag(random) : createSelector(random)
  if (random.chance(0.4)) return (compound || '*') + random.pick([' + ', '+', ' ~ ', '~']) + selector
  return compound + random.pick(otherFeatures) + random.pick(['', ` ${selector}`])
}

function createSelector(random: Random): string {
  let selector = createCompound(random)
  while (random.chance(0.45))
    selector += random.pick([' ', ' ', '\n ', ' > ', '>', '>\t']) + createCompound(random)
  return selector
}

function createCompound(random: Random): string {
  let compound = random.pick([pickTag(random), '*', 'P', '', ''])
  while (compound === '' || random.chance(0.35))
    compound += random.chance(0.6) ? `.${random.pick(classes)}` : random.pick([...features, ...negations])
  return compound
}

/** The name of an element, more often one of a few, so that selectors match. */
export function pickTag(random: Random): string {
  return random.pick(random.chance(0.6) ? tags.slice(0, 4) : tags)
}
