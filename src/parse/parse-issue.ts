import type { Root } from 'mdast'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { Literals } from '../merge-tags/literals.ts'
import { protectTags } from '../merge-tags/protect-tags.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import { resolveLiterals } from '../targets/resolve-literals.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import type { Issue, Matter } from '../types.ts'
import { inlineReferences } from '../urls/inline-references.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { extractFrontMatter } from './extract-front-matter.ts'
import { findFrontMatter } from './front-matter-range.ts'
import { parseMarkdown } from './markdown.ts'
import type { MarkdownParser } from './markdown-parser.ts'
import { createMergeNames, type MergeNames } from './merge-names.ts'
import { replaceMatterNames, replaceMergeNames } from './replace-merge-names.ts'
import { resolveMatter } from './resolve-matter.ts'
import { restoreCode } from './restore-code.ts'
import { validateDirectives } from './validate-directives.ts'
import { validateFootnotes } from './validate-footnotes.ts'
import { validateMergeNames } from './validate-merge-names.ts'

export interface ParsedIssue {
  issue: Issue
  /** Merge tags are tokens in the matter and in the tree, but not in code, until the last step puts them back. */
  tags: TagStore
  /** The text that the tree's offsets count in: merge tags as tokens, the front matter blank. */
  source: string
  /** Where a front matter entry stands. */
  placeOf: Yaml['placeOf']
  /** What the neutral merge names stand for. */
  names: MergeNames
}

export interface ParseOptions {
  /** For the web copy, in which nobody replaces tags. */
  web?: boolean
  /** How text that only looks like a tag goes out, where it is not the target's way. */
  literals?: Literals | undefined
  /** One parser for an issue that is rendered several times; a new one when not given. */
  parser?: MarkdownParser | undefined
}

/**
 * From Markdown to an issue: merge tags become tokens, front matter is taken off, syntax parsed, the author's plugins run.
 * Every mistake becomes a message on the file.
 */
export async function parseIssue(
  file: VFile,
  settings: Settings,
  { web = false, literals, parser }: ParseOptions = {},
): Promise<ParsedIssue> {
  normalizeText(file)
  const tags = protectIssue(file, settings, { web, literals })
  const front = extractFrontMatter(file, tags)
  // The front matter's place is kept with blanks, so that places in the tree are places in the file.
  const blank = tags.text.slice(0, front.bodyOffset).replace(/[^\r\n]/g, ' ')
  const source = blank + tags.text.slice(front.bodyOffset)
  const tree = parser ? parser(source) : parseMarkdown(source, settings.markdown.remarkPlugins)
  if (tags.hasLineBreaks) mendLines(tree, file)
  validateDirectives(tree, source, file)
  validateFootnotes(tree, file)
  unfoldTags(tree, tags)
  restoreCode(tree, tags, source)
  const finished = await runPlugins(tree, file, settings)
  inlineReferences(finished)
  const draft = resolveMatter(file, front, settings)
  const names = createMergeNames({ file, tags, settings, matter: draft, web })
  if (!web) validateMergeNames(finished, source, file)
  replaceMergeNames(finished, names, file)
  const matter = resolveMatter(file, front, settings, finished)
  const { placeOf } = front.yaml
  replaceMatterNames(matter, names, tags.protectLiterals, placeOf, file)
  return { issue: { file, matter, tree: finished }, tags, source, placeOf, names }
}

/**
 * Only the front matter, with defaults that need no Markdown; for slugs of all issues before any is rendered.
 * @param file a file of its own: messages on it would come twice
 */
export function parseMatter(file: VFile, settings: Settings): Matter {
  normalizeText(file)
  return resolveMatter(file, extractFrontMatter(file, protectIssue(file, settings)), settings)
}

/** A byte order mark is none of the text, and a lone CR is an old Mac's line end. */
function normalizeText(file: VFile): void {
  file.value = String(file)
    .replace(/^\ufeff/, '')
    .replace(/\r(?!\n)/g, '\n')
}

function protectIssue(file: VFile, settings: Settings, { web, literals }: ParseOptions = {}): TagStore {
  const names = [settings.target, ...(web ? settings.targets : [])]
  const spoken = names.map((name) => resolveTarget(settings, name))
  const dialects = resolveDialects(...spoken)
  // No engine reads the web copy, but what takes the tags out of it does: a sample of one must not look like one.
  const usual = web
    ? { ...resolveLiterals({}), pattern: createTagPattern(dialects) }
    : resolveLiterals(spoken[0] ?? {})
  const source = String(file)
  const bodyOffset = findFrontMatter(source)?.end
  return protectTags(source, { dialects, literals: literals ?? usual, bodyOffset })
}

async function runPlugins(tree: Root, file: VFile, settings: Settings): Promise<Root> {
  const { remarkPlugins } = settings.markdown
  if (remarkPlugins.length === 0) return tree
  return (await unified().use(remarkPlugins).run(tree, file)) as Root
}

/** Its token put a tag of several lines onto one; offsets still tell the true places. */
function mendLines(tree: Root, file: VFile): void {
  const points = location(file)
  visit(tree, (node) => {
    if (!node.position) return
    const { start, end } = node.position
    const from = points.toPoint(start.offset ?? 0)
    const to = points.toPoint(end.offset ?? 0)
    if (from && to) node.position = { start: from, end: to }
  })
}

/** A merge tag that was made a block of its own is text again, now that the blocks are told apart. */
function unfoldTags(tree: Root, tags: TagStore): void {
  visit(tree, 'html', (node, index, parent) => {
    const value = tags.unwrapBlock(node.value)
    if (value === undefined || !parent || index === undefined) return
    const { position } = node
    parent.children[index] = { type: 'paragraph', children: [{ type: 'text', value, position }], position }
  })
}
