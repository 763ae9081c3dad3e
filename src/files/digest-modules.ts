import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Jiti } from 'jiti'
import { isFolder, toRelative } from './paths.ts'
import { scanModule } from './scan-module.ts'
import { sha256 } from './sha256.ts'

/** Modules of Node.js whose functions depend on nothing but their arguments. */
const pureBuiltins = [
  'assert',
  'buffer',
  'path',
  'path/posix',
  'querystring',
  'string_decoder',
  'url',
  'util',
]
/** They are a part of Issuepress. */
const virtualModules = ['issuepress', 'issuepress/readers']

const codeExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']
/** A config that imports more is not worth the time. */
const maxModules = 2000

/**
 * Digests a config in JavaScript or TypeScript with all modules that it imports, and those that they import.
 * @param path the config's, absolute
 * @returns `undefined` when its functions may depend on more than that: on a file that they read, the network, the time
 */
export async function digestModules(path: string): Promise<string | undefined> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(path, { fsCache: false, moduleCache: false })
  const parts = new Map<string, string>()
  const pending = [path]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (parts.has(next)) continue
    const bytes = readFile(next)
    parts.set(next, bytes ? sha256(bytes) : '')
    if (!bytes || extname(next) === '.json') continue
    if (!codeExtensions.includes(extname(next)) || parts.size > maxModules) return undefined
    const { imports, isPure } = scanModule(bytes.toString('utf8'), !/[\\/]node_modules[\\/]/.test(next))
    if (!isPure) return undefined
    for (const name of imports) {
      const found = resolveModule(name, next, jiti)
      if (!found) return undefined
      pending.push(...found)
    }
  }
  const folder = dirname(path)
  // By these, functions of the language itself depend on the machine.
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const lines = [...parts].map(([file, digest]) => `${toRelative(folder, file)} ${digest}`)
  return sha256(Buffer.from([locale, timeZone, ...lines.sort()].join('\n')))
}

/**
 * Lists the files that an import may load.
 * @returns `undefined` when what it loads cannot be known
 */
function resolveModule(name: string, from: string, jiti: Jiti): string[] | undefined {
  if (virtualModules.includes(name)) return []
  if (isBuiltin(name)) return pureBuiltins.includes(name.replace(/^node:/, '')) ? [] : undefined
  if (/^\.{1,2}(?:\/|$)/.test(name)) return listCandidates(resolve(dirname(from), name))
  if (!/^@?[\w-][\w.-]*(?:\/|$)/.test(name)) return undefined
  const files = [resolveByRequire(name, from), resolveByImport(name, from, jiti)].filter(
    (file) => file !== undefined,
  )
  // The name of a package that is not installed is in a comment, or is imported only if it is.
  const packages = files.length === 0 ? [join(dirname(from), 'node_modules', name)] : []
  return [...new Set([...files, ...files.flatMap(findPackageFile), ...packages])]
}

/** Lists all files that the name of a module can stand for: which one is loaded depends on which others there are. */
function listCandidates(path: string): string[] | undefined {
  const stem = path.replace(/\.[mc]?js$/, '')
  const files = [
    path,
    ...[path, stem, join(path, 'index')].flatMap((base) => codeExtensions.map((end) => base + end)),
  ]
  const present = [...new Set([...files, `${path}.json`])].filter(isFile)
  return present.length === 0 || (isFolder(path) && isFile(join(path, 'package.json'))) ? undefined : present
}

function resolveByRequire(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}

function resolveByImport(name: string, from: string, jiti: Jiti): string | undefined {
  try {
    const url = jiti.esmResolve(name, { parentURL: pathToFileURL(from).href, try: true })
    return url?.startsWith('file:') ? fileURLToPath(url) : undefined
  } catch {
    return undefined
  }
}

/** The `package.json` of a package's module: it has the version, and says which of its files are loaded. */
function findPackageFile(path: string): string[] {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (isFile(file)) return [file]
  }
  return []
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function readFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
