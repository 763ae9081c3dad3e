import { expect, test } from 'vitest'
import { createProgressLine } from '../../src/commands/progress-line.ts'

function makeContext(isTTY: boolean) {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text), isTTY, columns: 20 }
  let time = 0
  const context = {
    cwd: '/',
    stdout: stream,
    stderr: stream,
    environment: {},
    signal: new AbortController().signal,
    now: () => time,
  }
  return { context, written, wait: (milliseconds: number) => (time += milliseconds) }
}

test('a long build shows how far it is, cut to the terminal, and clears the line', () => {
  const { context, written, wait } = makeContext(true)
  const progress = createProgressLine(context, true)
  progress.show({ done: 0, total: 9, source: 'issues/first.md' })
  expect(written).toEqual([])
  wait(1500)
  progress.show({ done: 3, total: 9, source: 'issues/2024-11-28-sora.md' })
  progress.clear()
  progress.clear()
  expect(written).toEqual(['\r\u001b[K4/9 issues/2024-11-', '\r\u001b[K'])
})

test('after some issues it shows their rate and what is left', () => {
  const { context, written, wait } = makeContext(true)
  context.stderr.columns = 60
  const progress = createProgressLine(context, true)
  wait(5000)
  progress.show({ done: 20, total: 100, source: 'issues/a.md' })
  wait(5000)
  progress.show({ done: 300, total: 1000, source: 'issues/b.md' })
  wait(90_000)
  progress.show({ done: 310, total: 1000, source: 'issues/c.md' })
  expect(written).toEqual([
    '\r\u001b[K21/100, 4.0/s, 20 s left: issues/a.md',
    '\r\u001b[K301/1000, 30/s, 24 s left: issues/b.md',
    '\r\u001b[K311/1000, 3.1/s, 4 min left: issues/c.md',
  ])
})

test.each([
  ['that is no terminal', false, true],
  ['when it is not wanted', true, false],
])('nothing is shown on a stream %s', (_, isTTY, wanted) => {
  const { context, written, wait } = makeContext(isTTY)
  const progress = createProgressLine(context, wanted)
  wait(5000)
  progress.show({ done: 3, total: 9, source: 'issues/a.md' })
  progress.clear()
  expect(written).toEqual([])
})
