import type { Target } from '../targets/target.ts'

/**
 * Describes where the postal address of a provider's emails comes from.
 * @returns whether the config needs one, and the comment for it, of one or more lines
 */
export function describePostalAddress({ title, adds, names, unverified }: Target): {
  isNeeded: boolean
  note: string
} {
  const tag = names.postal_address
  if (adds.includes('address'))
    return { isNeeded: false, note: `${title} adds the one of\nyour account, so none is needed here.` }
  if (tag && !tag.onlyIfUnknown && !unverified?.includes('postal_address'))
    return {
      isNeeded: false,
      note: `${title} fills in the one of\nyour account, through a tag in the footer, so none is needed here.`,
    }
  return {
    isNeeded: true,
    note: 'REPLACE THIS ONE BEFORE YOU SEND:\nit is made up, and the build cannot know that.',
  }
}
