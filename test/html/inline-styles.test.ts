import { describe, expect, test } from 'vitest'
import { finish } from '../../src/html/finish.ts'
import { inlineStyles } from '../../src/html/inline-styles.ts'

/** Each attribute as a template or raw HTML can have it, and what an element without rules of the sheet has of it. */
const attributes = [
  // Quotes in every form
  [`style="font-family:'Gill Sans',serif;margin:0"`, `font-family:'Gill Sans',serif;margin:0`],
  [`style='font-family:"Gill Sans",serif;margin:0'`, `font-family:'Gill Sans',serif;margin:0`],
  ['style="font-family:&quot;Gill Sans&quot;,serif;margin:0"', `font-family:'Gill Sans',serif;margin:0`],
  ['style="font-family:&#34;Gill Sans&#34;,serif;margin:0"', `font-family:'Gill Sans',serif;margin:0`],
  ['style="font-family:&#x22;Gill Sans&#x22;,serif;margin:0"', `font-family:'Gill Sans',serif;margin:0`],
  ['style="font-family:&apos;Gill Sans&apos;,serif;margin:0"', `font-family:'Gill Sans',serif;margin:0`],
  ["style='font-family:&#39;Gill Sans&#39;,serif;margin:0'", `font-family:'Gill Sans',serif;margin:0`],
  ['style="margin:0;font-family:&quot;Gill Sans&quot;"', `margin:0;font-family:'Gill Sans'`],
  [`style="font-family:&quot;O'Neill&quot;,serif"`, `font-family:&quot;O'Neill&quot;,serif`],
  [`style='quotes:&apos;"&apos;;margin:0'`, `quotes:'&quot;';margin:0`],
  [`style="margin:0;font-family:'Gill Sans"`, `margin:0;font-family:'Gill Sans'`],
  // Semicolons and braces that separate nothing
  [`style="background:url('a;  b}c{.png');margin:0"`, `background:url('a;  b}c{.png');margin:0`],
  ['style="background:url(&quot;a;b.png&quot;);margin:0"', `background:url('a;b.png');margin:0`],
  [
    'style="background:url(data:image/png;base64,AA==);margin:0"',
    'background:url(data:image/png;base64,AA==);margin:0',
  ],
  [
    'style="background:url(https://a.org/?b=1&amp;c=2);margin:0"',
    'background:url(https://a.org/?b=1&amp;c=2);margin:0',
  ],
  // No declaration at all, and text that is none
  ['style=" "', ''],
  ['style="nonsense"', 'nonsense'],
  ['style="margin:0;}color:blue"', 'margin:0;}color:blue'],
  ['style="margin:0;\ue000\ue101\ue002"', 'margin:0;\ue000\ue101\ue002'],
  ['style=margin:0', 'margin:0'],
  ['style="margin:0"', 'margin:0'],
] as const

const inline = (html: string, css: string) => finish(inlineStyles(html, css), '').trim()

describe.each(attributes)('the attribute %s', (attribute, expected) => {
  test('stays on an element without rules', () => {
    expect(inline(`<p ${attribute}>x</p>`, 'b{color:red}')).toBe(`<p style="${expected}">x</p>`)
  })

  test('comes after the declarations of the style sheet', () => {
    const style = expected === '' ? 'color:red' : `color:red;${expected}`
    expect(inline(`<p ${attribute}>x</p>`, 'p{color:red}')).toBe(`<p style="${style}">x</p>`)
  })
})

test('an attribute overrides the declarations of the same properties', () => {
  const html = '<p style="font-family:&quot;Gill Sans&quot;">x</p>'
  expect(inline(html, 'p{font-family:serif}')).toBe(`<p style="font-family:'Gill Sans'">x</p>`)
})

test('a comment may contain quotes and semicolons', () => {
  expect(inline(`<p style='/* "it";s */margin:0'>x</p>`, 'p{color:red}')).toBe(
    '<p style="color:red;margin:0">x</p>',
  )
})

test('a string with a quote in the style sheet', () => {
  const css = `p{font-family:"O'Neill",'x;y',"Gill Sans";color:red}`
  expect(inline('<p>x</p>', css)).toBe(
    `<p style="font-family:&quot;O'Neill&quot;,'x;y','Gill Sans';color:red">x</p>`,
  )
})
