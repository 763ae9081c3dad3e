import { isCancel, select, text } from '@clack/prompts'
import { targets } from '../../targets/index.ts'
import type { Terminal } from '../context.ts'
import { findExpected, listTemplates, type TypedChoices } from './validate-choices.ts'

/** What is known before the first prompt. */
export interface KnownChoices {
  /** What the options give. */
  given: Partial<TypedChoices>
  /** The default sender of a newsletter. */
  createSender(name: string): string
  /** The default name. */
  name: string
}

type Prompted = Omit<TypedChoices, 'date'>

/** In the order of the prompt. */
const hints: Record<string, string> = {
  default: 'a masthead with a logo, pictures, sections',
  letter: 'one person writing to another',
  digest: 'many links, numbered sections, contents at the top',
  brand: 'a band or a picture in the colours of a company',
}

/**
 * Prompts for what no option has given.
 * @returns the choices; `undefined` when it was interrupted
 */
export async function promptChoices(
  { given, name: defaultName, createSender }: KnownChoices,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Prompted | undefined> {
  const streams = { ...terminal, signal }
  const promptText = (key: 'name' | 'from', message: string, value: string) =>
    text({
      ...streams,
      message,
      placeholder: value,
      defaultValue: value,
      validate: (typed) => createRefusal(key, typed || value),
    })
  const name = given.name ?? (await promptText('name', 'What is the newsletter called?', defaultName))
  if (isCancel(name)) return undefined
  const from = given.from ?? (await promptText('from', 'Who sends it?', createSender(name)))
  if (isCancel(from)) return undefined
  const target =
    given.target ??
    (await select({
      ...streams,
      message: 'Which service sends the emails?',
      initialValue: 'generic',
      maxItems: 10,
      options: Object.entries(targets).map(([value, { title }]) =>
        value === 'generic' ? { value, label: 'Another, or I do not know yet' } : { value, label: title },
      ),
    }))
  if (isCancel(target)) return undefined
  const template =
    given.template ??
    (await select({
      ...streams,
      message: 'Which look?',
      initialValue: 'default',
      options: [...listTemplates()]
        .sort(byHint)
        .map((value) => ({ value, label: value, hint: hints[value] })),
    }))
  return isCancel(template) ? undefined : { name, from, target, template }
}

function byHint(one: string, other: string): number {
  const order = Object.keys(hints)
  return order.indexOf(one) - order.indexOf(other)
}

function createRefusal(key: 'name' | 'from', value: string): string | undefined {
  const expected = findExpected(key, value)
  return expected && `Expected ${expected}`
}
