import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { createSlug } from '../urls/create-slug.ts'
import { extractIssueName } from '../urls/issue-paths.ts'
import { listIssuePaths } from './read-issue-files.ts'

/** What the beginning of an issue says about it. */
export interface IssueHead {
  /** Relative to the newsletter's folder, with `/`. */
  path: string
  slug: string
  subject: string | undefined
}

/** More than the front matter of an issue has. */
const headBytes = 4096

/**
 * Reads the beginning of each issue, in a few milliseconds for an archive: front matter is not parsed, only its lines are
 * looked at. A file that cannot be read is left out.
 * @param root the newsletter's folder, absolute
 */
export function readIssueHeads(root: string): IssueHead[] {
  return listIssuePaths(root).flatMap((path) => {
    const text = readBeginning(join(root, path))
    if (text === undefined) return []
    const [, front = ''] = /^\ufeff?---[^\n]*\n([\s\S]*?)\n---/.exec(text) ?? []
    const slug = readEntry(front, 'slug') ?? createSlug(extractIssueName(path))
    return [{ path, slug, subject: readEntry(front, 'subject') ?? readEntry(front, 'title') }]
  })
}

/** Lists the ids of the polls in an issue. */
export function listPollIds(path: string): string[] {
  const text = readText(path)
  return [...text.matchAll(/^:{3,}poll(?![\w-])[^\n{]*(?:\{([^}\n]*)\})?/gm)].map(([, attributes = '']) => {
    const [, id = 'poll'] = /(?:#|\bid=["']?)([\w-]+)/.exec(attributes) ?? []
    return id
  })
}

/** Lists the keys of the sponsors in a config that is data, and in `sponsors.yml`, with their names. */
export function listSponsorKeys(root: string): { value: string; summary?: string }[] {
  const configs = ['yml', 'yaml', 'json'].map(
    (extension) => readData(join(root, `issue.config.${extension}`)).sponsors,
  )
  const own = ['yml', 'yaml'].map((extension) => readData(join(root, `sponsors.${extension}`)))
  return [...configs, ...own].flatMap((sponsors) =>
    Object.entries(isRecord(sponsors) ? sponsors : {})
      .filter(([, sponsor]) => isRecord(sponsor))
      .map(([value, sponsor]) => ({ value, summary: String((sponsor as { name?: unknown }).name ?? '') })),
  )
}

/** Lists the names of the shipped templates and of the newsletter's own. */
export function listTemplateNames(root: string): string[] {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const shipped = join(here, /[\\/]src[\\/]files[\\/]?$/.test(here) ? '../../templates' : '../templates')
  return [...new Set([shipped, join(root, 'templates')].flatMap(listFolders))].sort()
}

function listFolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
  } catch {
    return []
  }
}

function readEntry(front: string, key: string): string | undefined {
  const [, value = ''] = new RegExp(`^${key}:[ \\t]+(.*?)[ \\t\\r]*$`, 'm').exec(front) ?? []
  return value.replace(/^(["'])(.*)\1$/, '$2') || undefined
}

function readBeginning(path: string): string | undefined {
  try {
    // Reading a pipe would wait.
    if (!statSync(path).isFile()) return undefined
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(headBytes)
      return bytes.toString('utf8', 0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

function readText(path: string): string {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

function readData(path: string): Record<string, unknown> {
  try {
    const data: unknown = parse(readText(path), { logLevel: 'silent' })
    return isRecord(data) ? data : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
