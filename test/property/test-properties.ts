import { expect, test } from 'vitest'
import { createDocument } from './create-document.ts'
import { findFailure } from './properties.ts'
import { shrink } from './shrink.ts'

/**
 * Tests what holds for every document, whatever an author writes: 3,000 of them in three files, which run in parallel.
 * `SEED=17 npx vitest run test/property` repeats one document, and `RUNS=100000` creates as many, from `SEED` on; both run
 * in the first file.
 * @param part the file's number, from 1
 */
export function testProperties(part: number): void {
  const { SEED, RUNS } = process.env
  const isByHand = SEED !== undefined || RUNS !== undefined
  const seed = isByHand ? Number(SEED ?? 1) : 1 + (part - 1) * share
  const runs = isByHand ? Number(RUNS ?? 1) : share
  test.skipIf(isByHand && part > 1)(
    `what holds for every document holds for ${runs} of them from seed ${seed}`,
    { timeout: 0 },
    () => testDocuments(seed, runs),
  )
}

const share = 1000

async function testDocuments(seed: number, runs: number): Promise<void> {
  const failures = new Map<string, string>()
  for (let each = seed; each < seed + runs; each += 1) {
    const { parts, target } = createDocument(each)
    const failure = await findFailure(parts.join(''), target, each)
    if (failure === undefined || failures.has(failure.property)) continue
    failures.set(failure.property, await describeFailure(each))
  }
  expect([...failures.values()].join('\n\n')).toBe('')
}

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
