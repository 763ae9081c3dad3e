import { visit } from 'unist-util-visit'
import { extractLinks } from '../html/extract-links.ts'
import { extractPlacement, type Placement } from '../html/extract-placement.ts'
import type { Rendered } from '../render/render.ts'
import type { Sponsor } from '../settings.ts'
import { extractPlacementText } from '../text/placement-markers.ts'
import { escapeHtml } from '../theme/html.ts'
import type { ImageCopy } from '../types.ts'

export interface ProofOptions {
  /** The newsletter's name. */
  newsletter: string
  /** The sponsor's key in the config, or its name. */
  key: string
  /** Its entry in the config, if it has one. */
  sponsor?: Sponsor | undefined
}

/**
 * Renders a proof of a sponsor's placements: one self-contained HTML file with each placement as it was sent, its
 * plaintext and links, the issue and the date.
 * @param issues in order, with placement markers in their plaintext; those without the sponsor are skipped
 */
export function formatProofSheet(issues: Rendered[], { newsletter, key, sponsor }: ProofOptions): string {
  const sections = issues.flatMap((rendered) => renderIssue(rendered, key))
  const title = `${sponsor?.name ?? key}${newsletter === '' ? '' : ` in ${newsletter}`}`
  const none = '<p>No issue has a placement of this sponsor.</p>'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(`Proof: ${title}`)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${sections.length > 0 ? sections.join('\n') : none}
</main>
</body>
</html>
`
}

const css = `
body { margin: 0; padding: 24px 16px; background: #fff; color: #222; font: 16px/24px system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 680px; margin: 0 auto; }
h1 { font-size: 26px; line-height: 32px; }
h2 { margin: 40px 0 8px; font-size: 20px; line-height: 28px; }
h3 { margin: 24px 0 8px; font-size: 16px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: #555; }
dd { margin: 0; }
iframe { width: 100%; height: 480px; border: 1px solid #999; resize: vertical; }
pre { padding: 12px 16px; border: 1px solid #999; white-space: pre-wrap; }
pre, code { font: 14px/22px ui-monospace, monospace; }
.low { height: 140px; }
@media print { section { break-inside: avoid; } }
`

function renderIssue(rendered: Rendered, key: string): string[] {
  const { matter } = rendered.issue
  const placements = findPlacements(rendered, key)
  if (placements.length === 0) return []
  const facts = [
    ['Subject', rendered.email.subject],
    ['Issue', `${matter.slug}${matter.draft ? ' (draft)' : ''}`],
    ['Date', matter.date ?? 'none yet'],
  ]
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')
  const parts = placements.map((placement, index) => renderPlacement(placement, index + 1, rendered))
  return [
    `<section>\n<h2>${escapeHtml(matter.title)}</h2>\n<dl>\n${list}\n</dl>\n${parts.join('\n')}\n</section>`,
  ]
}

function findPlacements({ issue, sponsors }: Rendered, key: string): Placement[] {
  const inMasthead = sponsors.some(
    ({ id, name, placement }) => placement === 'masthead' && (id ?? name) === key,
  )
  const found: Placement[] = inMasthead ? ['masthead'] : []
  visit(issue.tree, 'containerDirective', (node) => {
    const { id, name } = node.data?.block?.attributes ?? {}
    const { start, end } = node.position ?? {}
    if (node.name !== 'sponsor' || !node.data?.block || (id ?? name) !== key) return
    if (start?.offset !== undefined && end?.offset !== undefined)
      found.push({ start: start.offset, end: end.offset })
  })
  return found
}

function renderPlacement(
  placement: Placement,
  number: number,
  { convertMarked, images, email }: Rendered,
): string {
  const name = placement === 'masthead' ? 'Masthead' : 'Block'
  const html = convertMarked((marked) => extractPlacement(marked, placement) ?? '')
  if (html === '') return `<h3>${number}. ${name}</h3>\n<p>The template does not show it.</p>`
  const links = extractLinks(html).map(
    ({ url, text }) => `<li>${escapeHtml(text || 'Image')}: <code>${escapeHtml(url)}</code></li>`,
  )
  return `<h3>${number}. ${name}</h3>
<iframe title="${name}, as sent"${placement === 'masthead' ? ' class="low"' : ''} sandbox="" srcdoc="${escapeHtml(inlineImages(html, images))}"></iframe>
${renderPlaintext(placement, email.text)}
<ul>
${links.join('\n')}
</ul>`
}

/** The placement as mail clients without HTML show it. */
function renderPlaintext(placement: Placement, marked: string): string {
  const text = extractPlacementText(marked, placement === 'masthead' ? placement : placement.start)
  return text === undefined
    ? '<p>The plaintext does not show it.</p>'
    : `<p>In plaintext:</p>\n<pre>${escapeHtml(text)}</pre>`
}

/** Replaces images by data URLs, so that the sheet is one file. */
function inlineImages(html: string, images: ImageCopy[]): string {
  return images.reduce((shown, { output, bytes }) => {
    const data = `data:image/${toMediaSubtype(output)};base64,${Buffer.from(bytes).toString('base64')}`
    return shown.replace(/(?<=\ssrc=")[^"]*(?=")/g, (src) => (src.endsWith(output) ? data : src))
  }, html)
}

function toMediaSubtype(output: string): string {
  const type = output.slice(output.lastIndexOf('.') + 1)
  return type === 'jpg' ? 'jpeg' : type === 'svg' ? 'svg+xml' : type
}
