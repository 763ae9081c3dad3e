import type { TestMail } from '../../send/create-test-mail.ts'
import type { Context } from '../context.ts'

/** Prints which merge tags were left without a value, and which values without a tag. */
export function printTagNotes(
  test: TestMail | undefined,
  data: Record<string, string>,
  { stderr }: Pick<Context, 'stderr'>,
): void {
  const list = (items: Iterable<string>) => [...items].map((item) => `\`${item}\``).join(', ')
  if (test && test.unknown.size > 0)
    stderr.write(
      `Nothing is known of ${list(test.unknown)}: its name stands in its place. Give it a value with --data.\n`,
    )
  const unused = Object.keys(data).filter((name) => !test?.used.has(name) && !isPartOfName(name, test?.used))
  if (unused.length > 0) stderr.write(`No merge tag of this email asks for ${list(unused)}.\n`)
}

/** A whole name fills in its parts, and the parts the whole. */
function isPartOfName(name: string, used: ReadonlySet<string> | undefined): boolean {
  const parts = ['name', 'first_name', 'last_name']
  return parts.includes(name) && parts.some((part) => part !== name && used?.has(part))
}
