import { expect, test } from 'vitest'
import { replaceVariables } from '../../src/css/replace-variables.ts'

test.each([
  ['var(--accent)', '<accent>'],
  ['1px solid var( --dark-accent )', '1px solid <dark-accent>'],
  ['var(--a)var(--b, 1px 2px)', '<a><b: 1px 2px>'],
  ['var(--a,)', '<a: >'],
  ['"--a" --b', '"--a" --b'],
])('`%s`', (value, expected) => {
  const replaced = replaceVariables(value, (_, name, fallback) =>
    fallback === undefined ? `<${name}>` : `<${name}: ${fallback.trim()}>`,
  )
  expect(replaced).toBe(expected)
})
