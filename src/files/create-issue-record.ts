import type { Rendered } from '../render/render.ts'
import type { Settings } from '../settings.ts'
import type { Address, LinkRecord, PollRecord, SponsorRecord } from '../types.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'

/** `issue.json`: what a program that sends or archives the email wants to know of it. */
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

export interface EmailSizes {
  html: number
  text: number
  /** All images together. */
  images: number
}

/** What `issue.json` says of an email. */
export function createIssueRecord(rendered: Rendered, settings: Settings): IssueRecord {
  const { issue, email, links, sponsors, polls } = rendered
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
    target: settings.target,
    template,
    url: settings.url === undefined ? null : resolveIssueUrl(settings.url, slug),
    sizes: measureSizes(rendered),
    links,
    sponsors,
    polls,
  }
}

/** The sizes of an email's parts, in bytes of UTF-8. */
export function measureSizes({ email, images }: Rendered): EmailSizes {
  return {
    html: Buffer.byteLength(email.html),
    text: Buffer.byteLength(email.text),
    images: images.reduce((sum, image) => sum + image.bytes.length, 0),
  }
}
