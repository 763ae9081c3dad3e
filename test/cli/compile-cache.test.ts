/** Where Node.js stores compiled code, and that a start never depends on it. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCacheFolders } from '../../src/commands/enable-compile-cache.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'issuepress-cache-'))
const modules = join(folder, 'node_modules')
const home = join(folder, 'home')
const { version } = nodeModule.createRequire(import.meta.url)('../../package.json')

beforeAll(() => {
  cpSync(join(root, 'lib'), join(modules, 'issuepress', 'lib'), { recursive: true })
  cpSync(join(root, 'package.json'), join(modules, 'issuepress', 'package.json'))
  mkdirSync(home)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runVersion(): string {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, ...environment } = process.env
  return execFileSync(process.execPath, [join(modules, 'issuepress', 'lib', 'cli.js'), '--version'], {
    encoding: 'utf8',
    env: { ...environment, HOME: home, USERPROFILE: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const hasCache = 'enableCompileCache' in nodeModule

test('an installed package has the cache beside it, and a checkout in its `node_modules`', () => {
  const installed = join(folder, 'node_modules', 'issuepress')
  expect(listCacheFolders(installed, undefined)).toEqual([
    join(folder, 'node_modules', '.cache', 'issuepress', 'code'),
  ])
  expect(listCacheFolders(folder, home)).toEqual([
    join(folder, 'node_modules', '.cache', 'issuepress', 'code'),
    join(home, '.cache', 'issuepress', 'code'),
  ])
})

test('the first start creates the cache where Node.js has one', () => {
  expect(runVersion()).toBe(`${version}\n`)
  expect(existsSync(join(modules, '.cache', 'issuepress', 'code'))).toBe(hasCache)
  expect(existsSync(join(home, '.cache'))).toBe(false)
})

test('without a folder of the package’s own it is in the home folder, and without any there is none', () => {
  rmSync(join(modules, '.cache'), { recursive: true, force: true })
  writeFileSync(join(modules, '.cache'), 'a file')
  expect(runVersion()).toBe(`${version}\n`)
  expect(existsSync(join(home, '.cache', 'issuepress', 'code'))).toBe(hasCache)
  rmSync(join(home, '.cache'), { recursive: true, force: true })
  writeFileSync(join(home, '.cache'), 'a file')
  expect(runVersion()).toBe(`${version}\n`)
})
