/** JSON as our files hold it: indented by two spaces, a line break at the end. */
export function formatJsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
