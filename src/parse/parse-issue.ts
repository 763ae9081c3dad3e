import type { Nodes, Root } from 'mdast'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { readOwnText } from '../diagnostics/included-files.ts'
import { createPoints } from '../diagnostics/points.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { Literals } from '../merge-tags/literals.ts'
import { protectTags } from '../merge-tags/protect-tags.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import { resolveLiterals } from '../targets/resolve-literals.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import type { Strings } from '../theme/theme.ts'
import type { Issue, Matter } from '../types.ts'
import { inlineReferences } from '../urls/inline-references.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { balanceHtml } from './balance-html.ts'
import { composeIncludes, type ReadFile } from './compose-includes.ts'
import { extractFrontMatter } from './extract-front-matter.ts'
import { frontMatterRange } from './front-matter-range.ts'
import { validateSecondAttributes } from './html-attributes.ts'
import { createIncludingParser } from './insert-includes.ts'
import { blankDeepLines, limitNesting } from './limit-nesting.ts'
import { parseMarkdown } from './markdown.ts'
import type { MarkdownParser } from './markdown-parser.ts'
import { createMergeNames, type MergeNames } from './merge-names.ts'
import { parseWithHtml } from './parse-with-html.ts'
import { promoteTitle } from './promote-title.ts'
import { replaceMatterNames, replaceMergeNames } from './replace-merge-names.ts'
import { resolveMatter } from './resolve-matter.ts'
import { restoreCode } from './restore-code.ts'
import { appendDefinitions, indexDefinitions, normalizeLabel } from './shared-definitions.ts'
import { convertUnknownElements } from './unknown-elements.ts'
import { validateDirectives } from './validate-directives.ts'
import { validateFootnotes } from './validate-footnotes.ts'
import { validateMergeNames } from './validate-merge-names.ts'
import { validateStyles } from './validate-styles.ts'
import { validateTables } from './validate-tables.ts'

export interface ParsedIssue {
  issue: Issue
  /** The merge tags, which are tokens in the matter and in the tree, except in code, until the last step restores them. */
  tags: TagStore
  /** The text that the tree's offsets refer to: with merge tags as tokens, and spaces instead of the front matter. */
  source: string
  /** The source place of an entry of the front matter. */
  placeOf: Yaml['placeOf']
  /** The resolver of the neutral merge names. */
  names: MergeNames
}

export interface ParseOptions {
  /** For the web copy, in which no provider replaces tags. */
  web?: boolean
  /** Escapes text that only looks like a merge tag; the target's way when not given. */
  literals?: Literals | undefined
  /** One parser for an issue that is rendered several times; a new one when not given. */
  parser?: MarkdownParser | undefined
  /** Reads the files that the issue includes; without it all are missing. */
  readFile?: ReadFile | undefined
  /** Finds the wording of a template by its name and a language, for texts that the newsletter itself knows. */
  wordingOf?: ((template: string) => ((lang: string) => Strings) | undefined) | undefined
}

/**
 * Parses Markdown into an issue: replaces merge tags by tokens, extracts the front matter, parses the syntax, and runs the
 * author's plugins. Mistakes are reported on the file.
 * @param file the Markdown; its text is normalized
 */
export async function parseIssue(
  file: VFile,
  settings: Settings,
  { web = false, literals, parser, readFile = () => ({ problem: 'missing' }), wordingOf }: ParseOptions = {},
): Promise<ParsedIssue> {
  normalizeText(file)
  const includes = composeIncludes(file, settings, readFile)
  const tags = protectIssue(file, settings, { web, literals })
  const front = extractFrontMatter(file, tags)
  // With spaces instead of the front matter, positions in the tree are positions in the file.
  const blank = tags.text.slice(0, front.bodyOffset).replace(/[^\r\n]/g, ' ')
  const source = blankDeepLines(blank + tags.text.slice(front.bodyOffset), file)
  const parseOwn = parser ?? ((text: string) => parseMarkdown(text, settings.markdown))
  const parse = includes ? createIncludingParser(includes, parseOwn, settings, file) : parseOwn
  const tree = parseWithHtml(source, parse, file)
  limitNesting(tree, source, file)
  await validateStyles(tree, source, file)
  convertUnknownElements(tree, source, file)
  validateSecondAttributes(tree, source, file)
  balanceHtml(tree, source, file)
  if (tags.hasLineBreaks) correctLines(tree, file)
  validateDirectives(tree, source, file)
  validateFootnotes(tree, file)
  validateTables(tree, file)
  unwrapBlockTags(tree, tags)
  restoreCode(tree, tags, source)
  appendDefinitions(tree, indexDefinitions(settings.markdown.definitions), {
    issuePath: file.path ?? '',
    protect: tags.protect,
  })
  const finished = await runPlugins(tree, file, settings)
  inlineReferences(finished)
  const draft = resolveMatter(file, front, settings)
  const strings = wordingOf?.(draft.template)
  const names = createMergeNames({ file, tags, settings, matter: draft, web, strings })
  if (!web) validateMergeNames(finished, source, file)
  replaceMergeNames(finished, names, file)
  const matter = resolveMatter(file, front, settings, finished)
  promoteTitle(finished, tags.restore(matter.title), tags.restore)
  const { placeOf } = front.yaml
  replaceMatterNames(matter, names, tags.protectLiterals, placeOf, file)
  return { issue: { file, matter, tree: finished }, tags, source, placeOf, names }
}

/**
 * Parses only the front matter, with the defaults that need no Markdown, for the slugs of all issues before any is
 * rendered.
 * @param file a copy of the issue's file: its mistakes will be reported again when the issue is parsed
 */
export function parseMatter(file: VFile, settings: Settings): Matter {
  normalizeText(file)
  return resolveMatter(file, extractFrontMatter(file, protectIssue(file, settings)), settings)
}

/** Removes the byte order mark, and replaces the line ends of Windows and of old Macs by LFs. */
function normalizeText(file: VFile): void {
  file.value = readOwnText(file)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  delete file.data.included
}

function protectIssue(file: VFile, settings: Settings, { web, literals }: ParseOptions = {}): TagStore {
  const names = [settings.target, ...(web ? settings.targets : [])]
  const targets = names.map((name) => resolveTarget(settings, name))
  const dialects = resolveDialects(...targets)
  // The web copy has no engine, but its tags are removed: a sample of a tag must not look like one.
  const usual = web
    ? { ...resolveLiterals({}), pattern: createTagPattern(dialects) }
    : resolveLiterals(targets[0] ?? {})
  const source = String(file)
  const bodyOffset = frontMatterRange(source)?.end
  const shared = indexDefinitions(settings.markdown.definitions)
  return protectTags(source, {
    dialects,
    literals: literals ?? usual,
    bodyOffset,
    isDefined: (label) => shared.has(normalizeLabel(label)),
  })
}

async function runPlugins(tree: Root, file: VFile, settings: Settings): Promise<Root> {
  const { remarkPlugins } = settings.markdown
  if (remarkPlugins.length === 0) return tree
  return (await unified().use(remarkPlugins).run(tree, file)) as Root
}

/** Corrects lines and columns after tags of several lines, whose tokens are on one line. Offsets are correct already. */
function correctLines(tree: Root, file: VFile): void {
  const points = createPoints(file)
  visit(tree, (node) => {
    if (!node.position) return
    const { start, end } = node.position
    const from = points.toPoint(start.offset ?? 0)
    const to = points.toPoint(end.offset ?? 0)
    if (from && to) node.position = { start: from, end: to }
  })
}

/** Replaces the comment around a merge tag that is a block of its own by a paragraph, now that blocks are parsed. */
function unwrapBlockTags(tree: Root, tags: TagStore): void {
  walkTree<Nodes>(tree, (node, parent, index) => {
    const value = node.type === 'html' ? tags.unwrapBlock(node.value) : undefined
    if (value === undefined || !parent || !('children' in parent)) return
    const { position } = node
    parent.children[index] = { type: 'paragraph', children: [{ type: 'text', value, position }], position }
  })
}
