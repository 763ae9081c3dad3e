import type { AttributeSpec } from '../types.ts'

/** Formats the range of a block's number as it stands behind "a number": `from 1 to 5`. It is empty where there is none. */
export function formatNumberRange({ min, max }: Pick<AttributeSpec, 'min' | 'max'>): string {
  if (min === undefined) return max === undefined ? '' : `up to ${max}`
  return max === undefined ? `from ${min} on` : `from ${min} to ${max}`
}
