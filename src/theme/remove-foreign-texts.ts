import { VFile } from 'vfile'
import type { BlockSpec } from '../types.ts'
import { parseBlockSpec } from './parse-block-spec.ts'

/**
 * Removes the shipped plaintext templates that belong to other blocks than the newsletter's own of the same name, in place: they
 * print what these do not have. Such a block has only its HTML, as before there was a shipped one of its name.
 * @param files the files of a template by their paths
 * @param specs the specs of its blocks by their names
 */
export function removeForeignTexts(files: Map<string, VFile>, specs: ReadonlyMap<string, BlockSpec>): void {
  for (const [name, spec] of specs) {
    const text = files.get(`blocks/${name}.txt`)
    const shipped = files.get(`blocks/${name}.html`)?.data.shipped
    if (!text?.path?.startsWith('issuepress/') || !(shipped instanceof VFile)) continue
    if (isForeign(spec, parseBlockSpec(name, shipped), String(text))) files.delete(`blocks/${name}.txt`)
  }
}

/** Whether a block lacks what the plaintext template of the shipped one prints, or has nothing in common with that one. */
function isForeign(own: BlockSpec, shipped: BlockSpec, text: string): boolean {
  const hasAttribute = (name: string) => Object.hasOwn(own.attributes, name)
  const printed = [...text.matchAll(/\battributes\.([\w-]+)/g)].map(([, name = '']) => name)
  if (printed.some((name) => !hasAttribute(name))) return true
  const names = Object.keys(shipped.attributes)
  return (names.length > 0 && !names.some(hasAttribute)) || (shipped.parts !== undefined && !own.parts)
}
