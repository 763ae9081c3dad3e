import type { VFile } from 'vfile'
import { inlineReferences } from './addresses/inline-references.ts'
import { resolveAddresses } from './addresses/resolve-addresses.ts'
import { resolveLink } from './addresses/resolve-link.ts'
import { holdBlocks } from './blocks/hold-blocks.ts'
import { toHtml } from './html/to-html.ts'
import { toLinks } from './html/to-links.ts'
import type { Email, ImageCopy, Issue, LinkRecord, PollRecord, SponsorRecord } from './issue.ts'
import type { Shield } from './merge-tags/shield.ts'
import { complain } from './messages/complain.ts'
import { type RenderContext, type RenderOptions, toContext } from './page/to-context.ts'
import { toPolls } from './page/to-polls.ts'
import { toSponsors } from './page/to-sponsors.ts'
import { toVariables } from './page/to-variables.ts'
import { parseIssue } from './parse/parse-issue.ts'
import { toText } from './text/to-text.ts'
import { TemplateFault } from './theme/engine.ts'

export type { RenderOptions }

/** One issue, rendered. Complaints ride on `issue.file.messages` and on the templates' files. */
export interface Rendered {
  issue: Issue
  email: Email
  images: ImageCopy[]
  links: LinkRecord[]
  polls: PollRecord[]
  sponsors: SponsorRecord[]
}

/**
 * Renders one issue; touches no disk. Always gives an email, however many mistakes the issue has: whether it may be
 * sent is for its messages to say.
 * @param file the Markdown; its `path` is relative to the newsletter's root, with `/`
 * @throws {Error} when there is no template at all to draw with
 */
export async function render(file: VFile, options: RenderOptions): Promise<Rendered> {
  const parsed = await parseIssue(file, options.settings)
  const { issue, shield } = parsed
  const context = toContext(parsed, options)

  inlineReferences(issue.tree)
  resolveAddresses(issue.tree, context)
  holdBlocks(issue.tree, context)

  const variables = toVariables(context)
  const { content, html } = await toHtml(issue, { ...context, variables })
  const text = drawText(issue, context, variables)

  restoreMessages(file, shield)
  const { subject, preheader } = issue.matter
  return {
    issue: { ...issue, matter: restoreDeep(issue.matter, shield) },
    email: {
      subject: shield.restore(subject),
      preheader: shield.restore(preheader),
      content,
      html: shield.restore(html),
      text: shield.restore(text),
    },
    // A logo that the template does not show needs no copy.
    images: context.shelf.copies.filter(({ output }) => html.includes(output)),
    links: restoreDeep(toLinks(html), shield),
    polls: restoreDeep(toPolls(issue.tree), shield),
    sponsors: restoreDeep(toSponsors(context), shield),
  }
}

function drawText(
  issue: Issue,
  { theme, file, links }: RenderContext,
  variables: Record<string, unknown>,
): string {
  const resolve = (href: string): string => {
    const resolved = resolveLink(href, links)
    return 'url' in resolved ? resolved.url : href
  }
  try {
    return toText(issue, theme, variables, resolve)
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    const { fault } = error
    const note = `A plaintext template has a mistake: ${fault.reason} (${fault.file}:${fault.line ?? 1}).`
    complain(file, 'Cannot draw the plaintext', { ruleId: 'template-fault', note })
    return ''
  }
}

/** Messages quote what the author wrote, not what we parsed. */
function restoreMessages(file: VFile, shield: Shield): void {
  for (const message of file.messages) {
    message.reason = shield.restore(message.reason)
    message.message = shield.restore(message.message)
    if (message.note) message.note = shield.restore(message.note)
  }
}

function restoreDeep<Value>(value: Value, shield: Shield): Value {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? shield.restore(item) : item,
  )
}
