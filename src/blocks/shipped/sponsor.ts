import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { expectedName } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import type { Sponsor } from '../../settings.ts'
import type { Picture } from '../../types.ts'
import { createUtmTagger } from '../../urls/create-utm-tagger.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { mapHrefs } from '../map-hrefs.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/**
 * Wording that the FTC's staff calls ambiguous, since readers may understand that somebody paid for the whole issue
 * ("Native Advertising: A Guide for Businesses"; Germany's courts want "Anzeige", not "Sponsored by").
 */
const ambiguous =
  /^\s*(promoted|presented by|brought to you by|sponsored by|in partnership with|together with|gesponsert|sponsorisé|powered by)\b/i

export interface SponsorExtra {
  /** The `rel` of its links. */
  rel: 'sponsored'
  /** Its first offset in the Markdown, by which the proof of a placement finds it in the plaintext. */
  offset: number | undefined
}

/** Fills in the sponsor's record from the config and the disclosure label, and adds campaign parameters to its links. */
export const sponsor = defineBlock({
  name: 'sponsor',
  acceptsInvalid: true,
  resolve(block, context: ShippedBlockContext): SponsorExtra {
    const { node, settings, strings } = context
    const record = findRecord(block, context)
    applyRecord(block, record, context)
    for (const name of ['name', 'url'] as const) {
      if (block.attributes[name] === null && !node.attributes?.[name] && (record || !node.attributes?.id))
        reportMissingAttribute(name, context)
    }
    const label = record?.label ?? settings.disclosure ?? strings.advertisement ?? 'Advertisement'
    block.label ??= [{ type: 'text', value: label }]
    validateLabel(block, context)
    validateLogos(block, context)
    tagLinks(block, context)
    return { rel: 'sponsored', offset: node.position?.start.offset }
  },
})

function findRecord(
  block: BlockContent,
  { file, source, node, settings }: ShippedBlockContext,
): Sponsor | undefined {
  const key = block.attributes.id
  if (typeof key !== 'string') return undefined
  const record = Object.hasOwn(settings.sponsors, key) ? settings.sponsors[key] : undefined
  if (record) return record
  const known = Object.keys(settings.sponsors)
  report(
    file,
    `Unexpected sponsor \`${key}\`${known.length > 0 ? `, expected ${expectedName(key, known)}` : ''}`,
    {
      ruleId: 'sponsor-unknown',
      place: attributePlace(node, 'id', source),
      note: 'A sponsor’s id is a key of `sponsors` in the config. Add it there, or write `name` and `url` on the block.',
    },
  )
  return undefined
}

function applyRecord(block: BlockContent, record: Sponsor | undefined, context: ShippedBlockContext): void {
  const { attributes } = block
  if (!record) return
  attributes.name ??= record.name
  attributes.cta ??= record.cta ?? null
  if (record.utm) attributes.utm = true
  attributes.url ??= record.url
  const ownLogo = attributes.logo !== null
  for (const name of ['logo', 'logo-dark'] as const) {
    // The record's `logo-dark` belongs to the record's `logo`, not to another one on the block.
    if (attributes[name] !== null || (name === 'logo-dark' && ownLogo)) continue
    attributes[name] = resolveLogo(record, name, context)
  }
}

function resolveLogo(
  record: Sponsor,
  name: 'logo' | 'logo-dark',
  { imageStore, file }: ShippedBlockContext,
): Picture | null {
  const path = record[name]
  if (!path) return null
  const stored = imageStore.resolve(path, 'root')
  if ('picture' in stored) return stored.picture
  report(file, stored.reason, {
    ruleId: 'image-file',
    note: `This is the \`${name}\` of sponsor \`${record.name}\` in the config. ${stored.note}`,
  })
  return null
}

function reportMissingAttribute(name: string, { file, source, node }: ShippedBlockContext): void {
  report(file, `Missing attribute \`${name}\` of block \`sponsor\``, {
    ruleId: 'block-attribute',
    place: openingLine(node, source),
    note: 'Write `{name="…" url="…"}` behind the name, or `{#key}` for a key of `sponsors` in the config.',
  })
}

function validateLabel(block: BlockContent, { file, source, node }: ShippedBlockContext): void {
  const label = toText(block.label ?? [])
  if (!ambiguous.test(label)) return
  report(file, `Unexpected sponsor label \`${label}\`, expected a plain one such as \`Advertisement\``, {
    ruleId: 'sponsor-label',
    place: openingLine(node, source),
    note: 'Regulators call this wording ambiguous: it may mean that somebody supports the newsletter, not that the text is an advertisement. Readers understand “Ad”, “Advertisement” or “Anzeige”.',
    severity: 'warning',
  })
}

/** Reports a `logo-dark` without a `logo`: alone it would not be shown. */
function validateLogos(block: BlockContent, { file, source, node }: ShippedBlockContext): void {
  if (!node.attributes?.['logo-dark'] || node.attributes.logo || block.attributes.logo !== null) return
  report(
    file,
    'Missing attribute `logo` of block `sponsor`, whose place its `logo-dark` takes in dark mode',
    {
      ruleId: 'block-attribute',
      place: attributePlace(node, 'logo-dark', source),
      note: 'A `logo-dark` is shown only in place of a `logo`. If the picture can be seen on light and on dark backgrounds, name it `logo`.',
    },
  )
}

/** Adds the newsletter's UTM parameters, if the sponsor has `utm: true`, to all links to the sponsor's host. */
function tagLinks(block: BlockContent, context: ShippedBlockContext): void {
  const { url, utm: isTagged } = block.attributes
  const { utm } = context.settings
  if (isTagged !== true || !utm || typeof url !== 'string') return
  const host = extractHost(url)
  const tag = createUtmTagger(utm, context.matter.slug)
  const tagOwn = (link: string) => (extractHost(link) === host ? tag(link) : link)
  block.attributes.url = tag(url)
  const body: Root = { type: 'root', children: block.body }
  visit(body, (node) => {
    if (node.type === 'link') node.url = tagOwn(node.url)
    if (node.type === 'html') node.value = mapHrefs(node.value, tagOwn)
    const isInner = node.type === 'containerDirective' || node.type === 'leafDirective'
    if (isInner && node.attributes?.url) node.attributes.url = tagOwn(node.attributes.url)
  })
}

function extractHost(url: string): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase()
}
