/** The examples of docs/blocks.md: what is written for a block, and the plaintext that it becomes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pages.ts'
import { buildCopy } from './terminal.ts'

const folder = 'test/docs/blocks'

let built: Promise<Map<string, string>> | undefined

/** Shows an example by its block's name. All of them are built once. */
export async function showBlockExample(name: string): Promise<string> {
  built ??= buildCopy(folder, 'email.txt')
  const text = (await built).get(name)
  if (text === undefined) throw new Error(`The example of the block ${name} was not built`)
  const source = readFileSync(join(root, folder, 'issues', `${name}.md`), 'utf8')
  const markdown = source.replace(/^---\n[\s\S]*?\n---\n/, '').trim()
  return `\`\`\`markdown\n${markdown}\n\`\`\`\n\n\`\`\`text\n${text.trim()}\n\`\`\``
}
