import { posix } from 'node:path'
import type { Root } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { type IncludedFile, setIncludedFiles } from '../diagnostics/included-files.ts'
import { report } from '../diagnostics/report.ts'
import { explainUnreadable, type ImageProblem } from '../images/format-read-error.ts'
import type { ImageRead } from '../images/image-store.ts'
import type { Settings } from '../settings.ts'
import { decodePath } from '../urls/decode-path.ts'
import { suggestPath } from '../urls/suggest-path.ts'
import { frontMatterRange } from './front-matter-range.ts'
import { parseMarkdown } from './markdown.ts'

/** Reads a file of the newsletter by its path relative to the root. */
export type ReadFile = (path: string) => ImageRead

/** What the blocks `include` of an issue stand for. */
export interface Includes {
  /** The length of the issue's own text, after which those of the files follow. */
  ownLength: number
  /** Finds what a block includes, by the path of the file that contains it and the path that it names. */
  find(from: string, written: string): IncludedFile | { reason: string; note: string }
}

interface FoundFile {
  path: string
  text: string
}

type Found = FoundFile | { reason: string; note: string }

/** Whether a node is a block that includes a file. */
export function isInclude(node: { type: string; name?: string }): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === 'include'
}

/**
 * Reads the files that an issue includes, and those that they include, and appends their texts to the issue's.
 * @param file the issue, whose text has LFs as line ends; its text is replaced
 * @returns `undefined` when it includes none
 */
export function composeIncludes(file: VFile, settings: Settings, read: ReadFile): Includes | undefined {
  const own = String(file)
  if (!own.includes('::include')) return undefined
  const found = new Map<string, Found>()
  const texts = new Map<string, FoundFile>()
  const collect = (from: string, text: string): void => {
    for (const written of listIncludes(text, settings)) {
      const result = readIncluded(from, written, read)
      found.set(`${from}\0${written}`, result)
      if (!('path' in result) || texts.has(result.path) || result.path === file.path) continue
      texts.set(result.path, result)
      collect(result.path, result.text)
    }
  }
  collect(file.path ?? '', own)
  if (found.size === 0) return undefined
  const files = appendTexts(file, own, [...texts.values()])
  return {
    ownLength: own.length,
    find(from, written) {
      const result = found.get(`${from}\0${written}`)
      if (result && !('path' in result)) return result
      const included = files.find(({ path }) => path === result?.path)
      // The issue itself has no text among the included ones: it can only be part of a circle.
      return included ?? { path: result?.path ?? file.path ?? '', start: 0, end: 0, lines: 0 }
    },
  }
}

/** Lists the files that a text includes, as written. */
function listIncludes(text: string, { markdown }: Settings): string[] {
  if (!text.includes('::include')) return []
  const bodyOffset = frontMatterRange(text)?.end ?? 0
  const tree: Root = parseMarkdown(text.slice(bodyOffset), markdown)
  const written: string[] = []
  visit(tree, (node) => {
    if (isInclude(node) && node.attributes?.file) written.push(node.attributes.file)
  })
  return written
}

/** Reads a file beside the one that includes it, else from the newsletter's folder. */
function readIncluded(from: string, written: string, read: ReadFile): Found {
  const isPath = !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(written)
  const beside = posix.normalize(posix.join(posix.dirname(from), decodePath(written)))
  const paths = [beside, posix.normalize(decodePath(written))].filter((each) => !/^\.\.(?:\/|$)/.test(each))
  if (!isPath || paths[0] !== beside) return formatOutside(written)
  const [first, second] = paths.map((path) => ({ path, result: read(path) }))
  const isFirst = !second || !first || !('problem' in first.result) || first.result.problem !== 'missing'
  const { path, result } = (isFirst ? first : second) ?? {
    path: beside,
    result: { problem: 'missing' as const },
  }
  if ('problem' in result)
    return result.problem === 'outside'
      ? formatOutside(written)
      : formatProblem(result, path, written, paths, suggestFile(from, [first, second]))
  const text = decode(result.bytes)
  if (text !== undefined) return { path, text: text.replace(/\r\n?/g, '\n') }
  return {
    reason: `Cannot read the included file \`${written}\``,
    note: `\`${path}\` is not a text in UTF-8. Save it as one.`,
  }
}

function suggestFile(
  from: string,
  looked: readonly ({ path: string; result: ImageRead } | undefined)[],
): string | undefined {
  for (const each of looked) {
    const nearby = each && 'problem' in each.result ? each.result.nearby : undefined
    const suggestion = each && nearby && suggestPath(each.path, nearby, posix.dirname(from))
    if (suggestion) return suggestion
  }
  return undefined
}

function formatOutside(written: string): { reason: string; note: string } {
  return {
    reason: `Unexpected path \`${written}\` of an included file, expected one inside the newsletter's folder`,
    note: 'No file outside that folder is included, not even through a symbolic link. A path is relative to the Markdown file that contains it.',
  }
}

function formatProblem(
  problem: ImageProblem,
  path: string,
  written: string,
  paths: readonly string[],
  suggestion: string | undefined,
): { reason: string; note: string } {
  const names = [...new Set(paths)].map((each) => `\`${each}\``)
  if (problem.problem === 'missing')
    return {
      reason: `Cannot find the included file \`${written}\``,
      note: `Looked for ${names.join(' and ')}. ${suggestion ?? 'A path is relative to the Markdown file that contains it, or to the newsletter’s folder.'}`,
    }
  return {
    reason: `Cannot read the included file \`${written}\``,
    note: `\`${path}\` is there, but cannot be read: ${explainUnreadable(problem)}.`,
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What is between two texts, so that none continues the other. */
const gap = '\n\n'

function appendTexts(file: VFile, own: string, found: readonly FoundFile[]): IncludedFile[] {
  const files: IncludedFile[] = []
  let text = own
  for (const each of found) {
    text += gap
    const start = text.length
    const lines = text.split('\n').length - 1
    const head = frontMatterRange(each.text)?.end ?? 0
    text += each.text.slice(0, head).replace(/[^\n]/g, ' ') + each.text.slice(head)
    files.push({ path: each.path, start, end: text.length, lines })
  }
  setIncludedFiles(file, text, files)
  for (const [index, { text: written }] of found.entries()) reportFrontMatter(written, files[index], file)
  return files
}

function reportFrontMatter(text: string, included: IncludedFile | undefined, file: VFile): void {
  if (!included || !frontMatterRange(text)) return
  const { start, lines } = included
  report(file, 'Unexpected front matter in an included file', {
    ruleId: 'include-front-matter',
    place: {
      start: { line: lines + 1, column: 1, offset: start },
      end: { line: lines + 1, column: 4, offset: start + 3 },
    },
    note: 'It is ignored: only the issue has front matter. Remove the lines from the first `---` to the second one.',
    severity: 'warning',
  })
}
