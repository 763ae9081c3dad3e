import { listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { openingLine } from './opening-line.ts'

/** A callout as other programs write it (Docusaurus, VuePress, GitHub's alerts), and the tone that is nearest. */
const callouts: Record<string, string> = {
  ...{ admonition: 'note', aside: 'note', info: 'note', note: 'note' },
  ...{ hint: 'tip', success: 'tip', tip: 'tip' },
  ...{ attention: 'important', important: 'important' },
  ...{ caution: 'caution', danger: 'caution', error: 'warning', warn: 'warning', warning: 'warning' },
}

/** Other words for the shipped blocks. */
const otherNames: Record<string, string> = {
  ...{ ad: 'sponsor', advert: 'sponsor', advertisement: 'sponsor', partner: 'sponsor', sponsored: 'sponsor' },
  ...{
    bio: 'author',
    byline: 'author',
    divider: 'spacer',
    gap: 'spacer',
    question: 'poll',
    survey: 'poll',
    vote: 'poll',
  },
  ...{ blockquote: 'quote', pullquote: 'quote', 'pull-quote': 'quote', btn: 'button', cta: 'button' },
  ...{
    image: 'figure',
    img: 'figure',
    photo: 'figure',
    picture: 'figure',
    results: 'poll-results',
    social: 'share',
  },
}

function findOtherName(name: string, known: readonly string[]): string | undefined {
  const small = name.toLowerCase()
  const other = Object.hasOwn(callouts, small)
    ? 'callout'
    : Object.hasOwn(otherNames, small)
      ? otherNames[small]
      : undefined
  return other !== undefined && known.includes(other) ? other : undefined
}

/** Reports a directive that the issue's template has no block for. */
export function reportUnknownBlock(node: Directive, context: BlockContext): void {
  const { file, source, theme, matter, settings } = context
  const { name } = node
  const known = [...theme.blocks.keys()].sort()
  const near = findOtherName(name, known) ?? nearest(name, known)
  const tone = near === 'callout' ? callouts[name.toLowerCase()] : undefined
  const advice = tone === undefined ? '' : `Write \`:::callout{tone="${tone}"}\`. `
  const path = `templates/${matter.template}/blocks/${name}.html`
  if (Object.hasOwn(settings.blocks, name))
    report(file, `Missing template of block \`${name}\``, {
      ruleId: 'block-unknown',
      place: openingLine(node, source),
      note: `The config defines what this block does; a template defines what it looks like. Write \`${path}\`.`,
    })
  else
    report(file, `Unexpected block \`${name}\`, expected ${near ? `\`${near}\`` : listNames(known)}`, {
      ruleId: 'block-unknown',
      place: openingLine(node, source),
      note: `${advice}To make a block of this name, write \`${path}\`. To write it as text, put a backslash before the colons.`,
    })
}
