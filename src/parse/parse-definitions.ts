import type { Definition, Root, RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { formatOtherLines } from '../diagnostics/other-lines.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { protectTags } from '../merge-tags/protect-tags.ts'
import type { Settings, SharedDefinition } from '../settings.ts'
import { resolveLiterals } from '../targets/resolve-literals.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import { frontMatterRange } from './front-matter-range.ts'
import { blankDeepLines } from './limit-nesting.ts'
import { parseMarkdown } from './markdown.ts'
import { normalizeLabel } from './shared-definitions.ts'

const ruleId = 'definition-file'

/**
 * Parses files of shared definitions: Markdown of which only the definitions count (`[label]: https://… "title"`). Other
 * text, and labels that have two addresses, are reported on the files.
 * @param files in the order in which their definitions take precedence; their texts are normalized
 * @param settings their targets' merge tags can be in the addresses
 * @returns the value of `settings.markdown.definitions`
 */
export function parseDefinitions(
  files: readonly VFile[],
  settings: Pick<Settings, 'targets' | 'customTargets'>,
): SharedDefinition[] {
  const known = new Map<string, { definition: SharedDefinition; isReported: boolean }>()
  for (const file of files) {
    file.value = String(file)
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
    const { tree, source, restore } = parseFile(file, settings)
    reportText(tree, source, file)
    visit(tree, 'definition', (node) => {
      const definition = createDefinition(node, source, file, restore)
      const label = normalizeLabel(definition.label)
      const first = known.get(label)
      if (!first) known.set(label, { definition, isReported: false })
      else if (first.definition.url !== definition.url && !first.isReported) {
        first.isReported = true
        reportSecond(node, definition, first.definition, file)
      }
    })
  }
  return [...known.values()].map(({ definition }) => definition)
}

function parseFile(file: VFile, settings: Pick<Settings, 'targets' | 'customTargets'>) {
  const range = frontMatterRange(String(file))
  const bodyOffset = range?.isClosed ? range.end : 0
  const written = blank(String(file).slice(0, bodyOffset)) + String(file).slice(bodyOffset)
  const dialects = resolveDialects(...settings.targets.map((name) => resolveTarget(settings, name)))
  const bare = blankTags(written, file)
  const tags = protectTags(bare, { dialects, literals: resolveLiterals({}), bodyOffset: bare.length })
  // What is nested so deep is no definition, and is reported as other text if anything is left of it.
  const source = blankDeepLines(tags.text, new VFile(tags.text))
  return { tree: parseMarkdown(source), source, restore: (text: string) => tags.restore(text) }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

const comment = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g
const tagLine = /^[ \t]*\{%[^\n]*%\}[ \t]*$/gm

/**
 * Replaces the lines by spaces that have only tags of a site's generator, such as Jekyll's `{% include links.md %}`, since
 * nothing runs them and they would make text of the definitions below. Reports the first that may define something.
 */
function blankTags(text: string, file: VFile): string {
  const found: { offset: number; tag: string }[] = []
  const bare = text.replace(comment, blank).replace(tagLine, (line, offset: number) => {
    if (!/^\s*\{%-?\s*(?:end)?(?:raw|comment)\b/.test(line)) found.push({ offset, tag: line.trim() })
    return blank(line)
  })
  const [first] = found
  if (!first) return bare
  const points = createPoints(file)
  const lines = found.map(({ offset }) => points.toPoint(offset)?.line ?? 1)
  report(file, `Unexpected tag \`${first.tag}\`, expected only definitions${formatOtherLines(lines)}`, {
    ruleId,
    place: points.toPoint(first.offset + (text.slice(first.offset).match(/^[ \t]*/)?.[0].length ?? 0)),
    severity: 'warning',
    note: 'Nothing runs such tags here, and what they would define is missing. Copy these definitions into the file, or list their file, too: `markdown: { definitions: [definitions.md, more.md] }` in the config.',
  })
  return bare
}

function createDefinition(
  { position, label, url, title }: Definition,
  source: string,
  file: VFile,
  restore: (text: string) => string,
): SharedDefinition {
  const written = source.slice(position?.start.offset, position?.end.offset)
  const [, raw] = /^\[((?:[^\\\]]|\\[\s\S])+)\]:/.exec(written) ?? []
  return {
    label: restore(raw ?? label ?? ''),
    url: restore(url),
    ...(title && { title: restore(title) }),
    file: file.path,
  }
}

/** Reports all text outside definitions, headings and comments as one message. */
function reportText(tree: Root, source: string, file: VFile): void {
  const others = tree.children.filter(isText)
  const [first] = others
  if (!first) return
  const lines = others.map(({ position }) => position?.start.line ?? 1)
  const hidesDefinition = others.some(({ position }) =>
    /\n[ \t>]*\[[^\]\n]+\]:[ \t]/.test(source.slice(position?.start.offset, position?.end.offset)),
  )
  const misread = findMisread(source.slice(first.position?.start.offset, first.position?.end.offset))
  report(file, `Unexpected text, expected only definitions${formatOtherLines(lines)}`, {
    ruleId,
    place: first.position,
    severity: 'warning',
    note: misread
      ? `\`${misread}\` is no definition. It has the form \`[label]: https://… "title"\`: no space before the colon or in the address, and a title in quotation marks.`
      : hidesDefinition
        ? 'A definition is not read where text stands directly above it. Put a blank line between them, or remove the text.'
        : 'It is not read. A definition is `[label]: https://…` on a line of its own, without spaces in the address. Put remarks in a comment: `<!-- … -->`.',
  })
}

/** The first line, if it was meant as a definition: that is the cause, also for the lines below it. */
function findMisread(text: string): string | undefined {
  return /^\[[^\]\n]+\][ \t]*[:：][^\n]*/.exec(text)?.[0].slice(0, 80)
}

function isText(node: RootContent): boolean {
  if (node.type === 'definition' || node.type === 'heading' || node.type === 'thematicBreak') return false
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== ''
  return node.type === 'footnoteDefinition' || toText(node).trim() !== ''
}

function reportSecond(
  node: Definition,
  second: SharedDefinition,
  first: SharedDefinition,
  file: VFile,
): void {
  const elsewhere = first.file === second.file ? '' : ` in \`${first.file}\``
  report(file, `Unexpected second address of \`${second.label}\`, expected \`${first.url}\`${elsewhere}`, {
    ruleId,
    place: node.position,
    severity: 'warning',
    note: 'The first definition of a label counts. Remove one of the two, or give this one another label.',
  })
}
