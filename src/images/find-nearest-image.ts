import { posix } from 'node:path'
import { nearest } from '../diagnostics/nearest.ts'

/**
 * Finds the file that a path to a missing picture most likely means: one whose name differs only in case, Unicode form,
 * kinds of spaces and dashes or the spelling of the extension, then one with another extension, then, in the same folder,
 * one with a similar name. Numbers in a name have to agree: `chart-2.png` is not `chart-1.png`.
 * @param path the path that was looked for, with `/`
 * @param nearby the pictures around it, the closest folder first
 */
export function findNearestImage(path: string, nearby: readonly string[]): string | undefined {
  const files = nearby.map((file) => ({ file, ...normalize(file) }))
  const { folder, stem, extension } = normalize(path.replaceAll('\\', '/'))
  const alike = files.filter((each) => each.stem === stem)
  const ranked = [
    alike.filter((each) => each.extension === extension && each.folder === folder),
    alike.filter((each) => each.extension === extension),
    alike.filter((each) => each.folder === folder),
    alike,
  ]
  const [first] = ranked.flat()
  if (first) return first.file
  const digits = readDigits(stem)
  const beside = files.filter((each) => each.folder === folder && readDigits(each.stem) === digits)
  const name = nearest(
    stem,
    beside.map((each) => each.stem),
  )
  return beside.find((each) => each.stem === name)?.file
}

function normalize(path: string): { folder: string; stem: string; extension: string } {
  const { dir, name, ext } = posix.parse(simplify(path))
  return { folder: dir, stem: name, extension: ext.replace('.jpeg', '.jpg').replace('.tiff', '.tif') }
}

/** A path without what the eye hardly tells apart: case, Unicode form, kinds and codes of spaces and dashes. */
function simplify(path: string): string {
  return path
    .replace(/%20|\+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s_\p{Pd}]+/gu, '-')
}

function readDigits(stem: string): string {
  return (stem.match(/\d+/g) ?? []).map(Number).join(' ')
}
