import { VFile } from 'vfile'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'

/**
 * Creates a function that finds the places of keys and values in a config, which it parses when it is first called.
 * @param file the config's file
 * @returns `undefined` for a config that is a program
 */
export function createPlaceFinder(file: VFile): Yaml['placeOf'] | undefined {
  if (!/\.(?:ya?ml|json)$/.test(file.path)) return undefined
  let yaml: Yaml | undefined
  return (path, part) => {
    // Its syntax errors are reported already.
    yaml ??= parseYaml(String(file), new VFile(String(file)))
    return yaml.placeOf(path, part)
  }
}
