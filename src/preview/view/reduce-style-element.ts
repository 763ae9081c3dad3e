import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { parseCss } from '../../checks/client-support/find-css-uses.ts'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import type { ClientReader, Lose } from './client-reader.ts'
import { countDeclarations } from './count-declarations.ts'
import { formatAtRule } from './format-css.ts'
import { reduceSheet } from './reduce-sheet.ts'

/** Thunderbird drops every at-rule, as caniemail has it, and reads `media` on a `<style>` (seen in 153 ESR). */
const readsMedia = /^thunderbird\./

/**
 * Takes from a `<style>` what a client lacks, in place.
 * @returns whether it goes as a whole, for its `media`
 */
export function reduceStyleElement(element: Element, { client, toLack }: ClientReader, lose: Lose): boolean {
  const { media } = element.properties
  const isHeld = typeof media === 'string' && !readsMedia.test(client)
  const lack = isHeld ? toLack(atRuleFeatures('media', media)) : undefined
  if (lack) {
    lose({
      what: formatAtRule({ name: 'media', params: String(media) }),
      ...lack,
      weight: countRules(element),
    })
    return true
  }
  const left = reduceSheet(toText(element), client, toLack)
  for (const loss of left.losses) lose(loss)
  element.children = [{ type: 'text', value: left.css }]
  return false
}

/** How many declarations a `<style>` holds. */
export function countRules(element: Element): number {
  return countDeclarations(parseCss(toText(element)))
}
