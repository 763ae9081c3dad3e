/** A key without a value, `postalAddress:`, waits to be filled in; but `accent: #0f766e` is a comment by mistake. */
export function removeEmpty(value: unknown): unknown {
  if (!isMap(value)) return value
  const kept = Object.entries(value).filter(([, child]) => child !== null)
  const asItIs = (key: string) => ['theme', 'blocks', 'checks', 'targets'].includes(key)
  return Object.fromEntries(kept.map(([key, child]) => [key, asItIs(key) ? child : removeEmpty(child)]))
}

/** Whether a value of YAML is a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
