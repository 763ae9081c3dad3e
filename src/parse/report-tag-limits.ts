import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Settings } from '../settings.ts'
import { resolveTag } from '../targets/resolve-tag.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { MergeName, TagContext } from '../targets/target.ts'

/**
 * Reports what the target's tag for a name cannot do: a fallback that it cannot hold or needs, and tags that no
 * documentation confirms.
 * @param words the fallback; `''` for none
 * @param at the source place to report at, and the contexts that the tag is for
 * @param file the issue
 */
export function reportTagLimits(
  name: MergeName,
  words: string,
  { place, contexts }: { place?: Position | undefined; contexts: readonly TagContext[] },
  file: VFile,
  settings: Settings,
): void {
  const target = resolveTarget(settings, settings.target)
  const tag = target?.names[name]
  if (!target || !tag) return
  const written = resolveTag(target, name, words)
  // A provider always has a value for the other names.
  const mayLack = name === 'first_name' || name === 'last_name'
  const lost = words !== '' && mayLack ? contexts.filter((each) => written?.lost.includes(each)) : []
  if (lost.length > 0) {
    const cause = tag.fallback
      ? `${target.title} cannot hold these words in a fallback: remove signs such as quotes and braces from them.`
      : `Issuepress knows of no fallback for this tag in ${target.title}.`
    const effect = `Without it \`${tag.tag}\` goes out alone${formatMedia(lost, contexts)}.`
    report(
      file,
      `Cannot write the fallback \`${words}\` of \`merge:${name}\` for the target \`${settings.target}\``,
      {
        ruleId: 'merge-fallback',
        place,
        note: `${cause} ${effect} ${tag.note ?? ''}`.trim(),
        severity: 'warning',
      },
    )
  }
  if (words === '' && tag.needsFallback)
    report(file, `Missing fallback of \`merge:${name}\` for the target \`${settings.target}\``, {
      ruleId: 'merge-fallback',
      place,
      note: `${target.title} sends nothing to readers of whom it has no value. Write \`[friend](merge:${name})\`.`,
      severity: 'warning',
    })
  if (tag.proof === 'unverified' || (words !== '' && tag.fallback?.proof === 'unverified'))
    report(
      file,
      `UNVERIFIED: \`${written?.bytes.text ?? tag.tag}\` for \`merge:${name}\` in ${target.title}`,
      {
        ruleId: 'merge-unverified',
        place,
        note: 'No documentation was found that confirms this tag. Send yourself a test and look at it before you rely on it.',
        severity: 'info',
      },
    )
}

/** The parts of an email that some contexts are in: ` in the plaintext`; empty when they are all contexts. */
function formatMedia(lost: readonly TagContext[], contexts: readonly TagContext[]): string {
  if (lost.length === contexts.length) return ''
  const media = lost.map((each) => ({ plaintext: 'plaintext', subject: 'subject' })[String(each)] ?? 'HTML')
  return ` in the ${[...new Set(media)].join(' and the ')}`
}
