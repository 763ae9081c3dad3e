import { expect, test } from 'vitest'
import { buildEach } from '../../src/newsletter/build-each.ts'
import type { BuiltIssue, IssueContext } from '../../src/newsletter/build-issue.ts'
import type { IssueFile } from '../../src/newsletter/load-newsletter.ts'

const issues = ['a', 'b', 'c'].map((name) => ({ file: { path: name } }) as IssueFile)
const context = {} as IssueContext

/** Builds an issue in two steps, whose beginnings and ends are logged; writing takes some turns of the event loop. */
function createBuilder(log: string[]) {
  return async ({ file }: IssueFile, { onWriting }: IssueContext): Promise<BuiltIssue> => {
    log.push(`render ${file.path}`)
    await Promise.resolve()
    onWriting?.()
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    log.push(`written ${file.path}`)
    return { source: file.path } as BuiltIssue
  }
}

test('renders an issue while the files of the one before are written', async () => {
  const log: string[] = []
  const built = await buildEach(issues, context, {}, createBuilder(log))
  expect(built.map(({ source }) => source)).toEqual(['a', 'b', 'c'])
  expect(log).toEqual(['render a', 'render b', 'written a', 'render c', 'written b', 'written c'])
})

test('waits for each issue when somebody is told of it', async () => {
  const log: string[] = []
  await buildEach(issues, { ...context, onRendered: () => {} }, {}, createBuilder(log))
  expect(log).toEqual(['render a', 'written a', 'render b', 'written b', 'render c', 'written c'])
})

test('waits for the files of an issue when another one throws', async () => {
  const log: string[] = []
  const build = createBuilder(log)
  const throwAtB: typeof build = (issue, shared) =>
    issue.file.path === 'b' ? Promise.reject(new Error('b')) : build(issue, shared)
  await expect(buildEach(issues, context, {}, throwAtB)).rejects.toThrow('b')
  expect(log).toEqual(['render a', 'written a'])
})

test('throws what is thrown where each issue is waited for', async () => {
  const context = { onRendered: () => {} } as unknown as IssueContext
  const build = () => Promise.reject(new Error('a'))
  await expect(buildEach(issues, context, {}, build)).rejects.toThrow('a')
})

test('writes the files of the current issue when it is stopped', async () => {
  const log: string[] = []
  const stop = new AbortController()
  const onProgress = ({ source }: { source: string }) => source === 'b' && stop.abort()
  const built = await buildEach(issues, context, { signal: stop.signal, onProgress }, createBuilder(log))
  expect(built.map(({ source }) => source)).toEqual(['a', 'b'])
  expect(log.at(-1)).toBe('written b')
})
