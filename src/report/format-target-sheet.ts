import picocolors from 'picocolors'
import { resolveTag, tagContexts } from '../targets/resolve-tag.ts'
import {
  type MergeName,
  mergeNames,
  type Proof,
  type Tag,
  type TagContext,
  type Target,
} from '../targets/target.ts'
import { wrap } from '../typeset/wrap.ts'

const proofLabels: Record<Proof, string> = {
  documented: 'documented by the vendor',
  seen: 'seen in use',
  general: 'from general knowledge, not checked',
  unverified: 'UNVERIFIED',
}

const contextNames: Record<TagContext, string> = {
  text: 'text',
  attribute: 'attribute',
  url: 'address',
  plaintext: 'plaintext',
  subject: 'subject',
}

/** The width of `text, plaintext, subject`. */
const contextWidth = 25

/** The example fallback text. */
const example = 'there'

/**
 * Formats all details of a target.
 * @param name its key
 */
export function formatTargetSheet(name: string, target: Target, { colour }: { colour: boolean }): string {
  const { bold } = picocolors.createColors(colour)
  const names = mergeNames.flatMap((each) => {
    const tag = target.names[each]
    return tag ? ['', ...formatName(each, tag, target)] : []
  })
  const missing = mergeNames.filter((each) => !target.names[each])
  const isUnverified = (each: MergeName) => target.unverified?.includes(each) ?? false
  const parts: [string, string[]][] = [
    ['Names', names.slice(1)],
    ['Missing', formatNames(missing.filter((each) => !isUnverified(each)))],
    ['UNVERIFIED, so not used', formatNames(missing.filter(isUnverified))],
    ['Requires', target.requires.map(formatRequirement)],
    ['Adds automatically', target.adds.map((each) => additions[each])],
    ['Escaping text that looks like a tag', formatLiterals(target)],
    ['Limits', target.limits.map(({ text, proof }) => `${text} (${proofLabels[proof]})`)],
    ['Notes', [...target.notes]],
    ['Sources', [...target.sources]],
  ]
  const shown = parts.filter(([, lines]) => lines.length > 0)
  return [
    `${bold(name)}  ${target.title}, ${target.language}`,
    ...shown.flatMap(([head, lines]) => ['', bold(head), ...lines.flatMap(wrapLine)]),
    '',
  ].join('\n')
}

function formatNames(names: readonly MergeName[]): string[] {
  return names.length > 0 ? [names.join(', ')] : []
}

const additions = { unsubscribe: 'a link to unsubscribe', address: 'the postal address' }

/** Wraps prose; indented lines are tags, which stay whole. */
function wrapLine(line: string): string[] {
  if (line === '' || line.startsWith(' ')) return [line === '' ? '' : `  ${line}`]
  return wrap(line, { width: 90, first: '  ', rest: '    ' }).split('\n')
}

function formatName(name: MergeName, tag: Tag, target: Target): string[] {
  const { proof, fallback, note, element } = tag
  const words = fallback ? example : ''
  const about = fallback
    ? `${proofLabels[proof]}; fallback ${proofLabels[fallback.proof]}`
    : proofLabels[proof]
  return [
    `merge:${name}  (${about})`,
    ...(fallback ? formatTag(name, target, '') : []),
    ...(element ? [`  ${'HTML'.padEnd(contextWidth)} <${element}>words</${element}>`] : []),
    ...formatTag(name, target, words),
    ...(note ? wrap(note, { width: 86, first: '  ', rest: '  ' }).split('\n') : []),
  ]
}

/** Contexts with the same text share a line. */
function formatTag(name: MergeName, target: Target, words: string): string[] {
  const written = resolveTag(target, name, words)
  const byBytes = new Map<string, TagContext[]>()
  for (const context of tagContexts) {
    const bytes = written?.bytes[context]
    if (bytes && !(words !== '' && written?.lost.includes(context)))
      byBytes.set(bytes, [...(byBytes.get(bytes) ?? []), context])
  }
  return [...byBytes].map(([bytes, contexts]) => {
    const isAll = contexts.length === tagContexts.length
    const where = isAll ? 'everywhere' : contexts.map((context) => contextNames[context]).join(', ')
    return `  ${where.padEnd(contextWidth)} ${bytes}`
  })
}

function formatRequirement({ tag, where, level, note, proof }: Target['requires'][number]): string {
  const medium = where === 'html' ? 'HTML' : 'plaintext'
  return `\`${tag}\` in the ${medium}: ${level === 'error' ? 'an error' : 'a warning'} if missing. ${note} (${proofLabels[proof]})`
}

function formatLiterals({ literal }: Target): string[] {
  return literal ? [`${literal.how} (${proofLabels[literal.proof]})`] : []
}
