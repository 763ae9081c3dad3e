import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { parseCss } from '../../checks/client-support/to-css-uses.ts'
import { toAtRuleUses } from '../../clients/to-at-rule-uses.ts'
import { countDeclarations } from './count-declarations.ts'
import { toAtRuleWords } from './css-words.ts'
import { takeSheet } from './take-sheet.ts'
import type { Lose, Reader } from './to-reader.ts'

/** Thunderbird drops every at-rule, as caniemail has it, and reads `media` on a `<style>` (seen in 153 ESR). */
const readsMedia = /^thunderbird\./

/**
 * Takes from a `<style>` what a client lacks, in place.
 * @returns whether it goes as a whole, for its `media`
 */
export function takeStyleElement(element: Element, { client, toLack }: Reader, lose: Lose): boolean {
  const { media } = element.properties
  const isHeld = typeof media === 'string' && !readsMedia.test(client)
  const lack = isHeld ? toLack(toAtRuleUses('media', media)) : undefined
  if (lack) {
    lose({
      what: toAtRuleWords({ name: 'media', params: String(media) }),
      ...lack,
      weight: countRules(element),
    })
    return true
  }
  const left = takeSheet(toText(element), client, toLack)
  for (const loss of left.losses) lose(loss)
  element.children = [{ type: 'text', value: left.css }]
  return false
}

/** How many declarations a `<style>` holds. */
export function countRules(element: Element): number {
  return countDeclarations(parseCss(toText(element)))
}
