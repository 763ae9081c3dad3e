import type { Nodes } from 'mdast'
import { walkTree } from '../hast/walk-tree.ts'
import type { AttributeValue, SponsorRecord } from '../types.ts'
import type { RenderContext } from './render-context.ts'

/** Extracts the sponsors of an issue whose blocks have been validated: the masthead's, then those of the blocks in order. */
export function extractSponsors({
  issue,
  masthead,
}: Pick<RenderContext, 'issue' | 'masthead'>): SponsorRecord[] {
  const sponsors: SponsorRecord[] = []
  if (masthead)
    sponsors.push({
      id: issue.matter.sponsor ?? null,
      name: masthead.name,
      url: masthead.url,
      placement: 'masthead',
    })
  walkTree<Nodes>(issue.tree, (node) => {
    if (node.type !== 'containerDirective' || node.name !== 'sponsor' || !node.data?.block) return
    const { id, name, url } = node.data.block.attributes
    sponsors.push({ id: getText(id), name: getText(name), url: getText(url), placement: 'block' })
  })
  return sponsors
}

function getText(value: AttributeValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
