/** The pages of the documentation: what they say, where their places are and where their links lead. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import type { Nodes } from 'mdast'
import { toString as toPlainText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

export const root = join(import.meta.dirname, '..', '..')

export interface Page {
  /** Relative to the repository's root, with `/`. */
  path: string
  text: string
}

export interface PageLink {
  /** As written. */
  url: string
  /** Relative to the repository's root; the page itself for a link to a place in it. */
  path: string
  /** The place on that page, empty for its beginning. */
  anchor: string
}

/** Every Markdown file in the root and in `docs/`. */
export function readPages(): Page[] {
  const list = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => posix.join(folder, name))
  return [...list('.'), ...list('docs')].sort().map(readPage)
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/** The places that a link can lead to: headings, as GitHub names them, and elements with an `id`. */
export function listAnchors({ text }: Page): Set<string> {
  const slugger = new GithubSlugger()
  const anchors = new Set<string>()
  visit(parse(text), (node) => {
    if (node.type === 'heading') anchors.add(slugger.slug(toPlainText(node)))
    if (node.type === 'html')
      for (const [, id = ''] of node.value.matchAll(/\bid="([^"]+)"/g)) anchors.add(id)
  })
  return anchors
}

/** The links and pictures that lead to files of the repository. */
export function listLinks({ path, text }: Page): PageLink[] {
  const urls: string[] = []
  visit(parse(text), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') urls.push(node.url)
    if (node.type === 'html')
      for (const [, url = ''] of node.value.matchAll(/\b(?:href|src)="([^"]+)"/g)) urls.push(url)
  })
  return urls
    .filter((url) => !/^[a-z][a-z0-9+.-]*:/i.test(url))
    .map((url) => {
      const [file = '', anchor = ''] = url.split('#', 2)
      return { url, path: file === '' ? path : posix.join(posix.dirname(path), file), anchor }
    })
}

/** The code spans, and the lines that are typed after a `$`. */
export function listCode({ text }: Page): { spans: string[]; typed: string[] } {
  const spans: string[] = []
  const typed: string[] = []
  visit(parse(text), (node) => {
    if (node.type === 'inlineCode') spans.push(node.value.replaceAll(/\s+/g, ' '))
    if (node.type === 'code') for (const [, line = ''] of node.value.matchAll(/^\$ (.*)$/gm)) typed.push(line)
  })
  return { spans, typed }
}

function parse(text: string): Nodes {
  return unified().use(remarkParse).use(remarkGfm).parse(text)
}
