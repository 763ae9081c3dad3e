import type { CreatedFile, OutputFile } from './output-file.ts'
import type { Output } from './outputs/output.ts'
import type { Rendered } from './render.ts'
import type { RenderedEmails } from './render-emails.ts'

/**
 * Creates all files of an issue: those of the first target's email, those that all targets share, then those of the
 * other targets' emails. An email is in the issue's folder or, with several targets, in a subfolder for its target.
 * @param outputs the outputs to create files of
 * @returns a file that two outputs create with the same bytes is listed once, under the first of them
 * @throws {Error} when two outputs create different files under the same path
 */
export async function createOutputFiles(
  issue: RenderedEmails,
  outputs: readonly Output[],
): Promise<CreatedFile[]> {
  const [first, ...others] = issue.emails
  const { slug } = first.issue.matter
  const created = new Map<string, CreatedFile>()
  const add = ({ name: output }: Output, files: OutputFile[], folder: string, target?: string): void => {
    for (const { path: name, bytes } of files) {
      const path = folder === '' ? name : `${folder}/${name}`
      const known = created.get(path)
      if (known && Buffer.compare(known.bytes, bytes) !== 0)
        throw new Error(`The outputs ${known.output} and ${output} both write ${path}`)
      if (!known) created.set(path, { output, target, name, path, bytes })
    }
  }
  const addEmail = async (email: Rendered): Promise<void> => {
    const { target } = email
    const folder = others.length > 0 ? `${slug}/${target}` : slug
    for (const output of outputs)
      if (output.scope === 'target') add(output, await output.files(email), folder, target)
  }
  await addEmail(first)
  for (const output of outputs)
    if (output.scope !== 'target') add(output, await output.files(issue), output.scope === 'out' ? '' : slug)
  for (const email of others) await addEmail(email)
  return [...created.values()]
}
