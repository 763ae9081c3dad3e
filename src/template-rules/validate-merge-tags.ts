import { VFile } from 'vfile'
import type { Dialect } from '../merge-tags/dialect.ts'
import { findFaultyTags } from '../merge-tags/find-faulty-tags.ts'
import { describeTagFault, reportFaultyTag } from '../merge-tags/report-faulty-tag.ts'
import { parseYaml, type Yaml, type YamlPath } from '../yaml/parse-yaml.ts'
import type { TemplateSource } from './template-source.ts'

/**
 * Reports the merge tags in a template's words that HTML or the provider's engine would read more than the tag in: in
 * `strings.yml` and `theme.yml`, and in what Liquid leaves as it is (`{% raw %}`).
 * @param dialects those of the targets that the issues are built for
 */
export function validateMergeTags(source: TemplateSource, dialects: readonly Dialect[]): void {
  if (source.path.endsWith('.yml')) validateTexts(source, dialects)
  else if (/\.(?:html|txt)$/.test(source.path)) validateRaw(source, dialects)
}

function validateTexts({ file }: TemplateSource, dialects: readonly Dialect[]): void {
  // Its syntax errors are reported already.
  const yaml = parseYaml(String(file), new VFile(String(file)))
  visitTexts(yaml, yaml.value, [], (text, path) => {
    for (const { tag, fault } of findFaultyTags(text, dialects))
      reportFaultyTag(tag, describeTagFault(fault), { file, place: yaml.placeOf(path) })
  })
}

function visitTexts(
  yaml: Yaml,
  value: unknown,
  path: YamlPath,
  visit: (text: string, path: YamlPath) => void,
): void {
  if (typeof value === 'string') visit(value, path)
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) visitTexts(yaml, child, [...path, key], visit)
}

const raw = /(?<=\{%-?\s*raw\s*-?%\})[\s\S]*?(?=\{%-?\s*endraw\s*-?%\})/g

/** Outside of `{% raw %}`, braces are the template's own Liquid. */
function validateRaw({ file, body, placeOf }: TemplateSource, dialects: readonly Dialect[]): void {
  for (const { 0: text, index } of body.matchAll(raw)) {
    let from = 0
    for (const { tag, fault } of findFaultyTags(text, dialects)) {
      const at = text.indexOf(tag, from)
      from = at + tag.length
      reportFaultyTag(tag, describeTagFault(fault), { file, place: placeOf(index + at, tag.length) })
    }
  }
}
