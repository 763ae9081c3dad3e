import type { TestMail } from '../../send/create-test-mail.ts'
import type { Context } from '../context.ts'

/** Prints which merge tags have no value, and which values have no tag. */
export function printTagNotes(
  test: TestMail | undefined,
  data: Record<string, string>,
  { stderr }: Pick<Context, 'stderr'>,
): void {
  const list = (items: Iterable<string>) => [...items].map((item) => `\`${item}\``).join(', ')
  if (test && test.unknown.size > 0)
    stderr.write(
      `No value for ${list(test.unknown)}: the test shows the name instead. Set a value with \`--data name=value\`.\n`,
    )
  const unused = Object.keys(data).filter((name) => !test?.used.has(name) && !isPartOfName(name, test?.used))
  if (unused.length > 0) stderr.write(`Unused --data: no merge tag of this email uses ${list(unused)}.\n`)
}

/** A full name also provides the first and last name, and they provide the full name. */
function isPartOfName(name: string, used: ReadonlySet<string> | undefined): boolean {
  const parts = ['name', 'first_name', 'last_name']
  return parts.includes(name) && parts.some((part) => part !== name && used?.has(part))
}
