import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'
import type { Dialect } from '../merge-tags/dialect.ts'
import { type FaultyTag, findFaultyTags } from '../merge-tags/find-faulty-tags.ts'
import { describeTagFault, reportFaultyTag } from '../merge-tags/report-faulty-tag.ts'
import { resolveDialects, resolveTarget, type TargetSource } from '../targets/resolve-target.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

/**
 * Reports the merge tags in the texts of a config, or of a part of it, that do not go out as tags.
 * @param value its data; functions and what is no text are left out
 * @param file the file with the data, for its messages
 * @param source the targets that the issues are built for
 */
export function validateMergeTags(
  value: unknown,
  yaml: Yaml,
  file: VFile,
  source: { targets: string[] } & TargetSource,
): void {
  for (const name of source.targets)
    for (const { path, tag, fault } of findFaultyTexts(value, resolveDialects(resolveTarget(source, name)))) {
      const place = findTag(tag, yaml.placeOf(path), file)
      reportFaultyTag(tag, describeTagFault(fault), { file, place, where: ` in \`${path.join('.')}\`` })
    }
}

/** A faulty tag in a text of some data, and the path of that text. */
export interface FaultyText extends FaultyTag {
  path: YamlPath
}

/** Finds the merge tags in the texts of some data that do not go out as tags. */
export function findFaultyTexts(value: unknown, dialects: readonly Dialect[]): FaultyText[] {
  return listTexts(value).flatMap(({ path, text }) =>
    findFaultyTags(text, dialects).map((faulty) => ({ path, ...faulty })),
  )
}

function listTexts(value: unknown, path: YamlPath = []): { path: YamlPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, child]) => listTexts(child, [...path, key]))
}

/** The place of the tag within that of its text, unless YAML writes it in another way there. */
function findTag(tag: string, place: Position, file: VFile): Position {
  const { start, end } = place
  const offset = String(file).slice(0, end.offset).indexOf(tag, start.offset)
  if (offset === -1) return place
  const points = createPoints(file)
  const [from, to] = [points.toPoint(offset), points.toPoint(offset + tag.length)]
  return from && to ? { start: from, end: to } : place
}
