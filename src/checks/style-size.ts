import { toString as toText } from 'hast-util-to-string'
import { findElements } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'
import { includesClientFamily } from './readers/includes-client-family.ts'

export const styleSize = defineCheck({
  name: 'style-size',
  summary: 'The style sheets in the HTML are small enough for Gmail.',
  note: 'Gmail keeps 16 KB of CSS: it removes the `<style>` with which the total exceeds that, and with it the rules for phones (caniemail, html-style; hteumeuleu/email-bugs #90). In the template’s `style.css`, prefer plain rules, which are written into `style` attributes. Keep the rules that need a `<style>` (`@media`, `:hover`) short, and put them first.',
  level: 'warning',
  options: { max: 16_384 },
  run({ document, settings }, report, { max }) {
    if (!includesClientFamily('gmail', settings.clients)) return
    let total = 0
    for (const style of findElements(document, 'style')) {
      const before = total
      total += new TextEncoder().encode(toText(style)).length
      if (before > max || total <= max) continue
      report(`Unexpected ${total} bytes in \`<style>\`, expected at most ${max}`, { at: style })
    }
  },
})
