import type { Random } from '../../property/random.ts'
import { classes, pickTag } from './create-sheet.ts'

const moreTags = [
  'br',
  'hr',
  'P',
  'TD',
  'th',
  'tbody',
  'head',
  'html',
  'svg',
  'o:p',
  'script',
  'style',
  'textarea',
  'noscript',
  'option',
]
const texts = [
  'x',
  ' ',
  '\n  ',
  'a & b',
  'a < b',
  '&nbsp;',
  '&amp;amp;',
  '"\'',
  '\ue000\ue101\ue002',
  '<!-- c -->',
  '<!--[if mso]><td class="one"><![endif]-->',
  '<!--[if !mso]><!-->',
  '<!--<![endif]-->',
  '<!doctype html>',
  '<![CDATA[<p>]]>',
  '<?xml ?>',
  '{{ x }}',
  '<% x %>',
  '</p>',
  '</td>',
  '</br>',
  '</nothing>',
  '<',
  '</',
  '<p',
  '<a href="',
  '>',
  '<svg><a/><path d="M0"/></svg>',
  '<textarea><p></textarea>',
]
const attributes = [
  'id="top"',
  'id=side',
  "id='top'",
  'align="left"',
  'ALIGN=LEFT',
  "align='center'",
  'align',
  'align=""',
  'href="https://a.org/?a=1&amp;b=2"',
  'href="\ue000\ue101\ue002"',
  'dir="rtl"',
  'data-o="t3:12:5@1-9"',
  'data-o="12-14"',
  'bgcolor="x-y"',
  'title="a > t"',
  'title=\'say "t" t\'',
  'width="100"',
  'alt',
  'alt=""',
  'a"b="c"',
  '="x"',
  '<',
  '/',
  'align="left" align="right"',
  'class',
  'constructor="x"',
  '__proto__="x"',
]
const styles = [
  '',
  ' ',
  'color: red',
  'color:blue;',
  'margin:0;color: green !important',
  'COLOR: red',
  'nonsense',
  'font-family:&quot;A&quot;,serif',
  'margin-top: 1px; margin: 2px',
  'background:url(a;b.png)',
  'background:url(data:image/png;base64,AA==);color:red',
  'x:&amp;',
  '/* c */',
  '}',
  '\ue000\ue101\ue002',
  'color:\ue000\ue101\ue002;margin:0',
  '\ue000\ue101\ue002;\ue000\ue102\ue002',
  'a:b;c',
  'color:red;color:blue',
  'content:x',
]

/** The pieces of a random document: tags that are not always closed, odd attributes and text that looks like markup. */
export function createMarkup(random: Random): string[] {
  const parts: string[] = []
  const open: string[] = []
  const count = 3 + random.below(40)
  for (let index = 0; index < count; index += 1) {
    const choice = random.below(10)
    if (choice < 5) {
      const tag = random.chance(0.85) ? pickTag(random) : random.pick(moreTags)
      parts.push(createTag(tag, random))
      if (random.chance(0.9)) open.push(tag)
    } else if (choice < 8) parts.push(`</${open.pop() ?? pickTag(random)}>`)
    else parts.push(random.chance(0.5) ? 'x' : random.pick(texts))
  }
  if (random.chance(0.5)) parts.push(...open.reverse().map((tag) => `</${tag}>`))
  return parts
}

function createTag(tag: string, random: Random): string {
  let text = `<${tag}`
  if (random.chance(0.5)) text += ` class="${createClasses(random)}"`
  while (random.chance(0.25)) text += ` ${random.pick(attributes)}`
  if (random.chance(0.25)) text += createStyle(random)
  return text + random.pick(['>', '>', '>', '>', '>', '/>', ' >'])
}

function createClasses(random: Random): string {
  const names = Array.from({ length: random.below(4) }, () =>
    random.pick([...classes, 'other', 'one&amp;two', 'ONE', '\ue000\ue101\ue002']),
  )
  return names.join(random.pick([' ', '  ', '\n', '\u00a0', '\t']))
}

function createStyle(random: Random): string {
  const style = random.pick(styles)
  return random.pick([` style="${style}"`, ` style='${style}'`, ` STYLE = "${style}"`])
}
