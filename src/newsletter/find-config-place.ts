import { VFile } from 'vfile'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'

/**
 * Creates a function that finds the places of keys and values in a config.
 * @param file the config's file
 * @returns `undefined` for a config that is a program
 */
export function createPlaceFinder(file: VFile): Yaml['placeOf'] | undefined {
  if (!/\.(?:ya?ml|json)$/.test(file.path)) return undefined
  // Its syntax errors are reported already.
  return parseYaml(String(file), new VFile(String(file))).placeOf
}
