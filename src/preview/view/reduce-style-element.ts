import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { formatAtRule } from '../../css/format-css.ts'
import { countDeclarations, parseStyleSheet } from '../../css/parse-css.ts'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import type { ClientReader, RecordLoss } from './client-reader.ts'
import { reduceSheet } from './reduce-sheet.ts'

/** Thunderbird ignores every at-rule, according to caniemail, but supports `media` on a `<style>` (seen in 153 ESR). */
const supportsMediaAttribute = /^thunderbird\./

/**
 * Removes from a `<style>` what a client lacks, in place.
 * @returns whether the whole element is to be removed, because of its `media`
 */
export function reduceStyleElement(element: Element, reader: ClientReader, recordLoss: RecordLoss): boolean {
  const { media } = element.properties
  const needsSupport = typeof media === 'string' && !supportsMediaAttribute.test(reader.client)
  const lack = needsSupport ? reader.findLack(atRuleFeatures('media', media)) : undefined
  if (lack) {
    const what = formatAtRule({ name: 'media', params: String(media) })
    recordLoss({ what, ...lack, weight: countStyleDeclarations(element) })
    return true
  }
  const reduced = reduceSheet(toText(element), reader)
  for (const loss of reduced.losses) recordLoss(loss)
  element.children = [{ type: 'text', value: reduced.css }]
  return false
}

/** How many declarations a `<style>` contains. */
export function countStyleDeclarations(element: Element): number {
  return countDeclarations(parseStyleSheet(toText(element)))
}
