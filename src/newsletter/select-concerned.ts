import { posix } from 'node:path'
import { hasCode } from './build-key.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/** Files that decide which version of the tool, or of a config's plugins, is installed. */
const packageFiles = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
])

/**
 * Selects the issues that changed files concern: those whose own file, template, pictures, poll results or linked issues are
 * among them, and all issues for a change of the config, of what belongs to it, or of a file that a program may have read.
 * Without rendering, it is only known which names an issue mentions, so it can be more than needed, and not less.
 * @param changed paths relative to the newsletter's folder, with `/`; those outside begin with `../`
 * @returns the issues' paths
 */
export function selectConcerned(newsletter: Newsletter, changed: readonly string[]): Set<string> {
  const { issues } = newsletter
  const owners = createOwners(newsletter)
  const sharedText = normalize(newsletter.files.map(String).join('\n'))
  const texts = issues.map(({ file }) => normalize(String(file)))
  const all = new Set(issues.map(({ file }) => file.path))
  const concerned = new Set<string>()
  for (const path of changed) {
    if (concernsAll(path, newsletter)) return all
    const owned = owners.get(path)
    for (const issue of owned ?? []) concerned.add(issue.file.path)
    if (owned && path.startsWith('templates/')) continue
    // A file of a template that no template has any more, or one that only tells what an ejected copy was made from.
    if (path.startsWith('templates/')) return all
    const mention = createMention(path)
    if (mention.test(sharedText)) return all
    for (const [index, { file }] of issues.entries())
      if (mention.test(texts[index] ?? '')) concerned.add(file.path)
  }
  return concerned
}

/** The issues that are built from a file: an issue's own, or one of its template. */
function createOwners({ issues, themes }: Newsletter): Map<string, IssueFile[]> {
  const owners = new Map<string, IssueFile[]>()
  const add = (path: string, issue: IssueFile) => owners.set(path, [...(owners.get(path) ?? []), issue])
  for (const issue of issues) {
    add(issue.file.path, issue)
    const files = themes.get(issue.matter.template)?.files.values() ?? []
    for (const { cwd, path } of files) if (cwd === issue.file.cwd) add(path, issue)
  }
  return owners
}

/** Whether a file is part of the config, or may be: a config that is a program can read any file. */
function concernsAll(path: string, { configPath, definitionPaths, settings }: Newsletter): boolean {
  const name = posix.basename(path)
  const isContent = /^(?:issues|templates)\//.test(path)
  return (
    path === configPath ||
    definitionPaths.includes(path) ||
    packageFiles.has(name) ||
    /^issue\.config\.\w+$|^sponsors\.ya?ml$/.test(name) ||
    (!isContent && hasCode(settings))
  )
}

/** Matches what an issue that needs a file mentions: the name of a picture or another issue, or the slug of a poll's issue. */
function createMention(path: string): RegExp {
  const { name, base } = posix.parse(path)
  const mention = normalize(path.startsWith('issues/polls/') ? name.replace(/\.[^.]*$/, '') : base)
  const escaped = mention.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u')
}

/** Removes what the same name can be written with: escapes of addresses, HTML and Markdown, and case. */
function normalize(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString())
    .replaceAll('&amp;', '&')
    .replaceAll('\\', '')
    .normalize('NFC')
    .toLowerCase()
}
