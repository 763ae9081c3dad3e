import type { Address, LinkRecord, PollRecord, SponsorRecord } from '../../types.ts'
import { resolveIssueUrl } from '../../urls/resolve-link.ts'
import { formatJsonFile } from '../format-json.ts'
import { type EmailSizes, measureSizes } from '../measure-sizes.ts'
import type { Rendered } from '../render.ts'
import type { TargetOutput } from './output.ts'

/** The content of `issue.json`, for programs that send or archive the email. */
export interface IssueRecord {
  subject: string
  preheader: string
  title: string
  slug: string
  /** As written in the front matter or in the file's name. */
  date: string | null
  from: Address | null
  author: Address | null
  lang: string
  target: string
  template: string
  /** The issue's address in the web archive. */
  url: string | null
  /** In bytes. */
  sizes: EmailSizes
  links: LinkRecord[]
  sponsors: SponsorRecord[]
  polls: PollRecord[]
}

/** The email's metadata as JSON. */
export const issueJson: TargetOutput = {
  name: 'issue-json',
  scope: 'target',
  files: (rendered) => [
    { path: 'issue.json', bytes: Buffer.from(formatJsonFile(createIssueRecord(rendered))) },
  ],
}

function createIssueRecord(rendered: Rendered): IssueRecord {
  const { issue, target, settings, email, links, sponsors, polls } = rendered
  const { title, slug, date, from, author, lang, template } = issue.matter
  return {
    subject: email.subject,
    preheader: email.preheader,
    title,
    slug,
    date: date ?? null,
    from: from ?? null,
    author: author ?? null,
    lang,
    target,
    template,
    url: settings.url === undefined ? null : resolveIssueUrl(settings.url, slug),
    sizes: measureSizes(rendered),
    links,
    sponsors,
    polls,
  }
}
