/**
 * Replaces each `var(--name)` and `var(--name, fallback)` in a value. A fallback with parentheses is not recognized, and
 * stays.
 * @param replace returns what to write instead of `whole`; `fallback` is `undefined` where there is none
 */
export function replaceVariables(
  value: string,
  replace: (whole: string, name: string, fallback: string | undefined) => string,
): string {
  return value.replace(/var\(\s*--([\w-]+)\s*(?:,([^()]*))?\)/g, replace)
}
