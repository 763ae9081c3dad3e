/** Maps whose empty values are validated as they are. */
const opaque = ['theme', 'blocks', 'checks', 'targets']

/**
 * Removes keys without a value, such as `postalAddress:`, which wait to be filled in. The maps in `opaque` are left alone:
 * in `theme`, for example, an empty value is an error, since `accent: #0f766e` without quotes is a comment.
 */
export function removeEmpty(value: unknown): unknown {
  if (!isMap(value)) return value
  const given = Object.entries(value).filter(([, child]) => child !== null)
  return Object.fromEntries(
    given.map(([key, child]) => [key, opaque.includes(key) ? child : removeEmpty(child)]),
  )
}

/** Whether a value of YAML is a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
