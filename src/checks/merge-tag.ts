import { findOwners, isNativeTag } from '../targets/find-owners.ts'
import {
  findSiteForm,
  findSiteTag,
  hasHashComments,
  type SiteTag,
  siteComment,
} from '../targets/find-site-tag.ts'
import { findTagMistake, type TagMistake, type TagScope } from '../targets/find-tag-mistake.ts'
import { listValues } from '../targets/list-values.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { findSiteGenerator } from '../targets/site-generators.ts'
import type { Target } from '../targets/target.ts'
import { type At, type CheckContext, defineCheck } from './check.ts'
import { findAddedTags } from './readers/find-added-tags.ts'
import { findHalfTags } from './readers/find-half-tags.ts'
import { findMisspeltSquares } from './readers/find-misspelt-squares.ts'
import { createNativePattern, findNativeTags, type NativeTag } from './readers/find-native-tags.ts'
import { createPosition } from './readers/passage.ts'

export const mergeTag = defineCheck({
  name: 'merge-tag',
  summary: 'Merge tags in the provider’s own syntax have names, keywords and filters that the target knows.',
  note: 'The target cannot fill this tag in: readers would see it as it is written, or nothing. Fields of your own are listed in the config, `merge: { fields: [city] }`. If the tag is meant as text, put a backslash before it: `\\{{ x }}`.',
  level: 'warning',
  run(context, report) {
    const { file, settings } = context
    const target = resolveTarget(settings, settings.target)
    if (!target) return
    const pattern = createNativePattern(context)
    const written = findNativeTags(context, pattern)
    const added = findAddedTags(context)
    const texts = [...written, ...added].map(({ tag }) => tag)
    const scope: TagScope = { target, fields: settings.merge?.fields, variables: collectVariables(texts) }
    const reportTag = (tag: string, at: At) => {
      const generator = findSiteGenerator(tag)
      if (generator) {
        report(`Unexpected \`${shorten(tag)}\`, which is a tag of ${generator}`, { at, note: siteNote })
        return
      }
      if (!isOwn(tag, target, context)) return
      const site = findSiteTag(tag, scope)
      if (site) {
        report(`Unexpected \`${shorten(tag)}\`, which is a tag of ${site.generator}`, {
          at,
          note: formatSiteNote(site, target),
          cause: `site-${site.kind}`,
        })
        return
      }
      const mistake = findTagMistake(tag, scope)
      if (mistake) report(formatReason(tag, mistake, target), { at, note: formatNote(tag, mistake, target) })
    }
    const faulty = listFaulty(file)
    const isFaulty = ({ tag, offset }: NativeTag) =>
      faulty.has(offset) && (findSiteGenerator(tag) ?? findSiteForm(tag, target)) !== undefined
    const own = [...written, ...findMisspeltSquares(context, scope)].filter((each) => !isFaulty(each))
    for (const { tag, offset } of own) reportTag(tag, createPosition(file, offset, offset + tag.length))
    for (const { tag, at } of added) reportTag(tag, at)
    for (const { tag, offset } of hasHashComments(target) ? [] : findNativeTags(context, siteComment))
      report(`Unexpected \`${shorten(tag)}\`, which is a comment of a site generator`, {
        at: createPosition(file, offset, offset + tag.length),
        note: commentNote,
        cause: 'site-comments',
      })
    for (const { text, expected, place } of findHalfTags(context))
      report(`Unexpected \`${text}\`, expected \`${expected}\``, { at: place, note: halfNote })
  },
})

const halfNote =
  'It begins or ends like a merge tag and is none: readers would see it as it is written. If it is meant as text, write it in backticks.'

const siteNote =
  'It belongs to a program that builds websites; no email service provider knows it, so that readers would see it as it is written. Write what it stands for, such as a link. If it is meant as text, put a backslash before it.'

function formatSiteNote({ name }: SiteTag, { acceptsAnyTag }: Target): string {
  return name !== undefined && acceptsAnyTag
    ? `${siteNote} If your provider has such a field, list it in the config: \`merge: { fields: [${name}] }\`.`
    : siteNote
}

const commentNote =
  'Most providers do not know this form and send it as text, so that readers would see it. Write a note to yourself as a comment of HTML, `<!-- … -->`, which is left out of the email. If it is meant as text, write it in backticks.'

/** The offsets of tags that are errors already, since the attribute that they are in would end within them. */
function listFaulty({ messages }: CheckContext['file']): Set<number | undefined> {
  const faulty = messages.filter(({ ruleId }) => ruleId === 'merge-markup')
  return new Set(faulty.map(({ place }) => (place && 'start' in place ? place.start.offset : undefined)))
}

/** Whether a tag has the target's syntax and is not surely another provider's, which `merge-dialect` reports. */
function isOwn(tag: string, target: Target, { settings }: CheckContext): boolean {
  if (target.acceptsAnyTag) return true
  return isNativeTag(tag, target, settings) && findOwners(tag, target, settings).length === 0
}

/** The names that tags define: `{% assign x = … %}`, `{% for x in … %}`, `{% today "%Y" as x %}`, `{{ $x := … }}`. */
function collectVariables(tags: readonly string[]): Set<string> {
  const all = tags.join('\n')
  const forms = [
    /\{%-?\s*(?:assign|set|capture|increment|decrement)\s+["']?(\w+)/g,
    /\{%-?\s*(?:for|tablerow)\s+(\w+)(?:\s*,\s*(\w+))?/g,
    /\{%-?\s*(?:with|macro|import|from|cycle|load)\b[^%]*?(\w+)\s*=/g,
    /\bas\s+\|?(\w+)(?:\s+(\w+))?/g,
  ]
  const found = forms.flatMap((form) => [...all.matchAll(form)].flatMap(([, ...names]) => names))
  return new Set(found.filter((name) => name !== undefined))
}

function formatReason(tag: string, { what, word, expected }: TagMistake, { title }: Target): string {
  const instead = expected === undefined ? `, which ${title} does not know` : `, expected \`${expected}\``
  return `Unexpected ${what} \`${word}\` in \`${shorten(tag)}\`${instead}`
}

function formatNote(tag: string, { what, word, expected }: TagMistake, target: Target): string {
  const { title } = target
  const effect =
    what === 'name'
      ? 'Readers would see nothing in its place, or the tag as it is written.'
      : `${title === 'any provider' ? 'The provider' : title} would refuse the email, or readers would see the tag as it is written.`
  const known = expected === undefined && what === 'name' ? ` ${listKnown(target)}` : ''
  const own =
    what === 'name'
      ? ` If it is a field of your own, list it in the config: \`merge: { fields: [${lastPart(word)}] }\`.`
      : ''
  return `${effect}${known}${own} If the tag is meant as text, put a backslash before it: \`\\${shorten(tag)}\`.`
}

/** A tag on one line; of a long one, such as an `include` with texts, only the beginning. */
function shorten(tag: string): string {
  const line = tag.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 60).trimEnd()}…` : line
}

function listKnown(target: Target): string {
  const names = listValues(target).slice(0, 8)
  return `${target.title} has ${names.map((name) => `\`${name}\``).join(', ')}.`
}

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? name
}
