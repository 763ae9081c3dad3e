import { readdirSync } from 'node:fs'

/**
 * The cases of a family of fixtures: the folders beside its test. `npm run case` finds a family by the import of this
 * file in a test that is named after its folder (`render/render.test.ts`), and a case by its name before the test's.
 * @param family the family's folder, absolute
 * @returns the cases' names in the order of the alphabet
 */
export function listCases(family: string): string[] {
  const entries = readdirSync(family, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
