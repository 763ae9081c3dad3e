import { resolve } from 'node:path'
import { findNewsletter } from '../../files/find-newsletter.ts'
import { listPollIds, listSponsorKeys, listTemplateNames, readIssueHeads } from '../../files/list-names.ts'
import { toRelative } from '../../files/paths.ts'
import { readSchema } from '../../files/read-schema.ts'
import { schemaNames } from '../../schemas/json-schema.ts'
import type { Candidate, ListValues, ValueRequest } from './complete-words.ts'
import { shellNames } from './scripts.ts'

/**
 * Creates the function that lists what a newsletter has. It only reads: a config that is a program is not run, for nobody
 * expects that of the Tab key.
 * @param cwd the working directory, absolute
 */
export function createListValues(cwd: string): ListValues {
  return ({ kind, ...request }) => {
    const root = request.root === undefined ? findNewsletter(cwd) : resolve(cwd, request.root)
    switch (kind) {
      case 'issue':
        return listIssues(root, cwd, request)
      case 'poll':
        return listPolls(root, request)
      case 'sponsor':
        return listSponsorKeys(root)
      case 'template':
        return listTemplateNames(root).map((value) => ({ value }))
      case 'rule':
        return listRules()
      case 'schema':
        return schemaNames.map((value) => ({ value }))
      case 'shell':
        return shellNames.map((value) => ({ value }))
      case 'target':
      case 'targets':
        return listTargets()
    }
  }
}

/** Slugs; or slugs without their date, or files, where what was typed begins like one. */
function listIssues(root: string, cwd: string, { typed }: Pick<ValueRequest, 'typed'>): Candidate[] {
  const issues = readIssueHeads(root)
  const slugs = issues.map(({ slug, subject }) => createCandidate(slug, subject))
  if (typed === '') return slugs
  const undated = issues.map(({ slug, subject }) =>
    createCandidate(slug.replace(/^\d{4}-\d{2}-\d{2}-/, ''), subject),
  )
  const files = issues.map(({ path, subject }) =>
    createCandidate(toRelative(cwd, resolve(root, path)), subject),
  )
  const all = [...slugs, ...undated, ...files].map((each) => [each.value, each] as const)
  return [...new Map(all).values()]
}

function createCandidate(value: string, summary: string | undefined): Candidate {
  return summary === undefined ? { value } : { value, summary }
}

function listPolls(root: string, { args: [name] }: Pick<ValueRequest, 'args'>): Candidate[] {
  const issues = readIssueHeads(root).filter(
    ({ slug, path }) => slug === name || slug.endsWith(`-${name}`) || path === name,
  )
  return issues.flatMap(({ path }) => listPollIds(resolve(root, path))).map((value) => ({ value }))
}

function listRules(): Candidate[] {
  const { properties = {} } = readSchema('config').properties?.checks ?? {}
  return Object.entries(properties).map(([value, { description }]) => createCandidate(value, description))
}

function listTargets(): Candidate[] {
  const [one] = readSchema('config').properties?.target?.anyOf ?? []
  return (one?.enum ?? []).map((name) => ({ value: String(name) }))
}
