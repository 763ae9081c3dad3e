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

const proofs: Record<Proof, string> = {
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

/** As wide as `text, plaintext, subject`. */
const contextWidth = 25

/** The words of the fallbacks that are shown. */
const example = 'there'

/**
 * All that there is to know of a target, for a person to read.
 * @param name its key
 */
export function formatTargetSheet(name: string, target: Target, { colour }: { colour: boolean }): string {
  const { bold } = picocolors.createColors(colour)
  const names = mergeNames.flatMap((each) => {
    const tag = target.names[each]
    return tag ? ['', ...toNameLines(each, tag, target)] : []
  })
  const lacking = mergeNames.filter((each) => !target.names[each])
  const isDoubtful = (each: MergeName) => target.unverified?.includes(each) ?? false
  const parts: [string, string[]][] = [
    ['Names', names.slice(1)],
    ['Lacks', toList(lacking.filter((each) => !isDoubtful(each)))],
    ['UNVERIFIED, and so not used', toList(lacking.filter(isDoubtful))],
    ['Asks for', target.requires.map(toRequirementLine)],
    ['Adds by itself', target.adds.map((each) => addWords[each])],
    ['Text that only looks like a tag', toLiteralLines(target)],
    ['Limits', target.limits.map(({ text, proof }) => `${text} (${proofs[proof]})`)],
    ['Good to know', [...target.notes]],
    ['Sources', [...target.sources]],
  ]
  const shown = parts.filter(([, lines]) => lines.length > 0)
  return [
    `${bold(name)}  ${target.title}, ${target.language}`,
    ...shown.flatMap(([head, lines]) => ['', bold(head), ...lines.flatMap(toLines)]),
    '',
  ].join('\n')
}

function toList(names: readonly MergeName[]): string[] {
  return names.length > 0 ? [names.join(', ')] : []
}

const addWords = { unsubscribe: 'a link to unsubscribe', address: 'the postal address' }

/** Tags are no prose: their lines stay whole. */
function toLines(line: string): string[] {
  if (line === '' || line.startsWith(' ')) return [line === '' ? '' : `  ${line}`]
  return wrap(line, { width: 90, first: '  ', rest: '    ' }).split('\n')
}

function toNameLines(name: MergeName, tag: Tag, target: Target): string[] {
  const { proof, fallback, note, element } = tag
  const words = fallback ? example : ''
  const about = fallback ? `${proofs[proof]}; its fallback ${proofs[fallback.proof]}` : proofs[proof]
  return [
    `merge:${name}  (${about})`,
    ...(fallback ? toTagLines(name, target, '') : []),
    ...(element ? [`  ${'HTML'.padEnd(contextWidth)} <${element}>words</${element}>`] : []),
    ...toTagLines(name, target, words),
    ...(note ? wrap(note, { width: 86, first: '  ', rest: '  ' }).split('\n') : []),
  ]
}

/** Contexts with the same bytes share a line. */
function toTagLines(name: MergeName, target: Target, words: string): string[] {
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

function toRequirementLine({ tag, where, level, note, proof }: Target['requires'][number]): string {
  const medium = where === 'html' ? 'HTML' : 'plaintext'
  return `\`${tag}\` in the ${medium}: ${level === 'error' ? 'an error' : 'a warning'} without it. ${note} (${proofs[proof]})`
}

function toLiteralLines({ literal }: Target): string[] {
  return literal ? [`${literal.how} (${proofs[literal.proof]})`] : []
}
