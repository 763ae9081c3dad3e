/** A condition of Liquid. Parts of the same wording have the same truth wherever they are in a template. */
export type Condition =
  | { kind: 'constant'; value: boolean }
  | { kind: 'atom'; key: string }
  | { kind: 'not'; of: Condition }
  | { kind: 'and' | 'or'; left: Condition; right: Condition }

/** Parses a condition. Liquid reads `and` and `or` from the right, without precedence. */
export function parseCondition(text: string): Condition {
  const [, left, operator, right] = /^([\s\S]*?)\s(and|or)\s([\s\S]*)$/.exec(text) ?? []
  if (left !== undefined && right !== undefined)
    return {
      kind: operator === 'and' ? 'and' : 'or',
      left: parseCondition(left),
      right: parseCondition(right),
    }
  const key = text.trim().replace(/\s+/g, ' ')
  if (key.includes(' != ')) return { kind: 'not', of: { kind: 'atom', key: key.replace(' != ', ' == ') } }
  return { kind: 'atom', key }
}

/** Lists the parts whose truth a condition depends on. */
export function listAtoms(condition: Condition): string[] {
  if (condition.kind === 'atom') return [condition.key]
  if (condition.kind === 'not') return listAtoms(condition.of)
  if (condition.kind === 'constant') return []
  return [...listAtoms(condition.left), ...listAtoms(condition.right)]
}

/** Whether a condition is true, given the parts that are. */
export function isTrue(condition: Condition, holds: (key: string) => boolean): boolean {
  if (condition.kind === 'atom') return holds(condition.key)
  if (condition.kind === 'not') return !isTrue(condition.of, holds)
  if (condition.kind === 'constant') return condition.value
  const left = isTrue(condition.left, holds)
  return condition.kind === 'and'
    ? left && isTrue(condition.right, holds)
    : left || isTrue(condition.right, holds)
}

/** Renames the parts of a condition. */
export function renameAtoms(condition: Condition, rename: (key: string) => string): Condition {
  if (condition.kind === 'atom') return { kind: 'atom', key: rename(condition.key) }
  if (condition.kind === 'not') return { kind: 'not', of: renameAtoms(condition.of, rename) }
  if (condition.kind === 'constant') return condition
  return {
    kind: condition.kind,
    left: renameAtoms(condition.left, rename),
    right: renameAtoms(condition.right, rename),
  }
}
