/** Formats a value as the content of a JSON file: indented by two spaces, with a line break at the end. */
export function formatJsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
