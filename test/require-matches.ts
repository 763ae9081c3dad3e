import leven from 'leven'
import type { TestProject, Vitest } from 'vitest/node'

/**
 * Fails a run with a filter that matches nothing, which Vitest passes: one of several parts of paths, or a pattern for
 * names (`-t`).
 */
export default async function setup({ vitest }: TestProject): Promise<() => void> {
  // Vitest has them here, but does not declare them.
  const { filenamePattern = [] } = vitest as Vitest & { filenamePattern?: string[] }
  for (const part of filenamePattern) {
    const files = await vitest.globTestSpecifications([part])
    if (files.length > 0) continue
    const error = new Error(`No test file has ${part} in its path`)
    // The place in this file is no help.
    error.stack = ''
    throw error
  }
  return () => {
    const problem = findUnmatchedName(vitest)
    if (problem === undefined) return
    console.error(`\n${problem}\n`)
    process.exitCode = 1
  }
}

function findUnmatchedName({ config, state }: Vitest): string | undefined {
  const pattern = config.testNamePattern
  const tests = state.getTestModules().flatMap((module) => [...module.children.allTests()])
  // A file that cannot be loaded has no tests, and fails by itself.
  if (!pattern || tests.length === 0) return undefined
  // The name that `-t` is matched with.
  const names = new Set(tests.map(({ fullName }) => fullName.replaceAll(' > ', ' ')))
  if ([...names].some((name) => pattern.test(name))) return undefined
  return `No test in these files has a name that matches ${pattern.source}${toNear(pattern.source, names)}`
}

/** The names whose beginning is most like the pattern, as a sentence behind the message. */
function toNear(pattern: string, names: Set<string>): string {
  const toDistance = (name: string) =>
    leven(pattern.toLowerCase(), name.slice(0, pattern.length).toLowerCase())
  const near = [...names]
    .map((name) => ({ name, distance: toDistance(name) }))
    .filter(({ distance }) => distance <= Math.max(2, pattern.length / 3))
    .sort((one, other) => one.distance - other.distance)
  if (near.length === 0) return ''
  return `. Near it:\n${near
    .slice(0, 5)
    .map(({ name }) => `  ${name}\n`)
    .join('')}`.trimEnd()
}
