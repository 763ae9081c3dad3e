/** Hundreds of saves in all the ways that editors save, faster than they can be built; what is left is right. */
import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import { makeNewsletter, toIssue } from './make-newsletter.ts'
import { openWatchProcess } from './open-watch.ts'
import { readTree } from './read-tree.ts'

const issues = 20
const saves = 500
const duration = 10_000

const toText = (save: number) =>
  toIssue(
    `The night of save ${save}`,
    `# Night ${save}\n\nThe ${'long '.repeat(save % 40)}night.\n\n- one\n- two ${save}`,
  )

/** Save number `save`, in one of an editor's ways. */
async function saveAs(way: number, path: string, save: number): Promise<void> {
  const text = toText(save)
  if (way === 0) return writeFileSync(path, text)
  if (way === 1) {
    writeFileSync(`${path}.tmp~`, text)
    return renameSync(`${path}.tmp~`, path)
  }
  if (way === 2) {
    renameSync(path, `${path}~`)
    writeFileSync(path, text)
    return rmSync(`${path}~`)
  }
  const half = Math.floor(text.length / 2)
  writeFileSync(path, text.slice(0, half))
  await setTimeout(5)
  appendFileSync(path, text.slice(half))
}

/** While it is written, a file that was listed may be gone when it is read. */
function holds(folder: string, expected: ReturnType<typeof readTree>): boolean {
  try {
    return JSON.stringify(readTree(folder)) === JSON.stringify(expected)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

test('after 500 saves in ten seconds the out folder is what a fresh build writes', {
  timeout: 120_000,
}, async () => {
  const names = Array.from({ length: issues }, (_, number) => `issues/night-${number}.md`)
  const root = makeNewsletter(Object.fromEntries(names.map((name, number) => [name, toText(number)])))
  const watch = await openWatchProcess(root, '--no-preview')
  onTestFinished(() => void watch.stop('SIGKILL'))
  const start = Date.now()
  for (let save = 0; save < saves; save += 1) {
    await saveAs(save % 4, join(root, names[(save * 7) % issues] ?? ''), save)
    await setTimeout(Math.max(0, start + ((save + 1) * duration) / saves - Date.now()))
  }
  const fresh = join(root, 'fresh')
  const { outcome } = await build({ root, out: fresh })
  expect(outcome).toBe('built')
  const expected = readTree(fresh)
  expect(Object.keys(expected).length).toBe(issues * 5 + 1)
  await watch.until(() => holds(join(root, 'dist'), expected))
  expect(await watch.stop()).toEqual({ code: 0, signal: null })
  expect(readTree(join(root, 'dist'))).toEqual(expected)
  expect(watch.output()).not.toMatch(/(?:bug in|fault of) issuepress/)
})
