/**
 * What holds for every document, whatever an author writes. `SEED=17 npx vitest run test/property` repeats one document,
 * and `RUNS=100000` creates as many, from `SEED` on.
 */
import { expect, test } from 'vitest'
import { createDocument } from './create-document.ts'
import { findFailure } from './properties.ts'
import { shrink } from './shrink.ts'

const seed = Number(process.env.SEED ?? 1)
const runs = Number(process.env.RUNS ?? (process.env.SEED ? 1 : 400))

test(`what holds for every document holds for ${runs} of them from seed ${seed}`, {
  timeout: 0,
}, async () => {
  const failures = new Map<string, string>()
  for (let each = seed; each < seed + runs; each += 1) {
    const { parts, target } = createDocument(each)
    const failure = await findFailure(parts.join(''), target, each)
    if (failure === undefined || failures.has(failure.property)) continue
    failures.set(failure.property, await describeFailure(each))
  }
  expect([...failures.values()].join('\n\n')).toBe('')
})

async function describeFailure(each: number): Promise<string> {
  const { parts, target } = createDocument(each)
  const property = (await findFailure(parts.join(''), target, each))?.property
  const smallest = await shrink(
    parts,
    async (fewer) => (await findFailure(fewer.join(''), target, each))?.property === property,
  )
  const text = smallest.join('')
  const failure = await findFailure(text, target, each)
  return `${property}: ${failure?.detail}\nSEED=${each}, target ${target}:\n${JSON.stringify(text)}`
}
