/** Imports point down, and the disk stays at the rim: read off the import lines of `src/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { floors } from './floors.ts'

const root = join(import.meta.dirname, '..', 'src')

/** From `render.ts` down, and in the preview's views, nothing touches the disk, the network or the process. */
const pure = floors.slice(floorOf('render')).flatMap(({ rooms }) => rooms)
const outside = /^node:(?:fs|child_process|http|https|net|tls|dgram|process|os|worker_threads)\b/

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
const imports = files.flatMap(readImports)

function readImports(path: string): Import[] {
  const source = readFileSync(join(root, path), 'utf8')
  const lines = source.matchAll(/^(import|export)( type)?\b[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm)
  return [...lines].map(([, , type, statically, late]) => ({
    from: path,
    to: statically ?? late ?? '',
    typeOnly: type !== undefined,
  }))
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path
}

function floorOf(room: string): number {
  return floors.findIndex(({ rooms }) => rooms.includes(room))
}

/** The circles that imports lead in, each from a file back to itself. */
function findCircles(own: readonly Import[]): string[][] {
  const importsOf = new Map(files.map((file) => [file, own.filter(({ from }) => from === file)]))
  const circles: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, way: string[]): void => {
    const start = way.indexOf(file)
    if (start !== -1) circles.push([...way.slice(start), file])
    if (start !== -1 || done.has(file)) return
    for (const { to } of importsOf.get(file) ?? []) walk(to, [...way, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  return circles
}

test('every folder of src/ is on one floor, and every floor there', () => {
  const listed = floors.flatMap(({ rooms }) => rooms)
  expect(listed.toSorted()).toEqual(readdirSync(root).sort())
})

describe('imports', () => {
  const own = imports
    .filter(({ to }) => to.startsWith('.'))
    .map((item) => ({ ...item, to: posix.join(posix.dirname(item.from), item.to) }))

  test('are read at all', () => {
    expect(own.length).toBeGreaterThan(100)
  })

  test('point down', () => {
    const upward = own.filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(roomOf(from)) >= floorOf(roomOf(to)),
    )
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('lead in no circle, those of types neither', () => {
    expect(findCircles(own).map((circle) => circle.join(' → '))).toEqual([])
  })

  test('of HTML and plaintext do not meet', () => {
    const crossing = own.filter(({ from, to }) =>
      ['html text', 'text html'].includes(`${roomOf(from)} ${roomOf(to)}`),
    )
    expect(crossing).toEqual([])
  })

  test('of the preview’s page, which runs in browsers, are types alone', () => {
    const isPage = (path: string) => path.startsWith('preview/page/')
    const leaving = own.filter(({ from, to, typeOnly }) => isPage(from) && !isPage(to) && !typeOnly)
    expect(leaving.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('of the pure core touch nothing outside', () => {
    const isPure = (path: string) => pure.includes(roomOf(path)) || path.startsWith('preview/view/')
    const touching = imports.filter(({ from, to }) => isPure(from) && outside.test(to))
    expect(touching.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})

test('only the command line names the process', () => {
  const naming = files.filter((path) => /\bprocess\.\w/.test(readFileSync(join(root, path), 'utf8')))
  expect(naming).toEqual(['cli.ts'])
})

test('characters of private use are spelled in one file, so that each has one meaning', () => {
  const spelled = /\\u\{?(?:e[0-9a-f]{3}|f[0-8][0-9a-f]{2}|fd[de][0-9a-f])(?![0-9a-f])|\\p\{Co\}/i
  const spelling = files.filter((path) => spelled.test(readFileSync(join(root, path), 'utf8')))
  expect(spelling).toEqual(['private-use.ts'])
})
