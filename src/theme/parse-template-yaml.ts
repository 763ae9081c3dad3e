import type { VFile } from 'vfile'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'

/** A shipped template file as the package contains it. */
export interface PrecompiledFile {
  text: string
  /** The data of its YAML, or of the YAML in its head; only files that were validated have it. */
  yaml?: unknown
}

/**
 * Parses the YAML of a template file. Mistakes are reported on the file. That of a shipped file was parsed when the package
 * was built, and is parsed again only when a place in it is needed.
 * @param text all of the file, or its head
 * @param offset the start of the text in the file, in UTF-16 code units
 */
export function parseTemplateYaml(file: VFile, text = String(file), offset = 0): Yaml {
  if (!isPrecompiled(file)) return parseYaml(text, file, offset)
  const { yaml } = file.data.precompiled as PrecompiledFile
  return { value: yaml, placeOf: (path, part) => parseYaml(text, file, offset).placeOf(path, part) }
}

/** Whether a file was validated and its YAML parsed when the package was built, and its text is still that one. */
export function isPrecompiled(file: VFile): boolean {
  const precompiled = file.data.precompiled as PrecompiledFile | undefined
  return precompiled !== undefined && 'yaml' in precompiled && precompiled.text === file.value
}
