/** What a tag of a provider's logic does to what stands around it. */
export type LogicKind = 'if' | 'unless' | 'else' | 'end' | 'keep' | 'drop' | 'other'

/**
 * What a native tag means where nothing is known of any subscriber: conditions are false, lists are empty.
 * @param tag a native tag's bytes
 * @returns nothing for a tag that prints something
 */
export function parseLogicKind(tag: string): LogicKind | undefined {
  const mailchimp = /^\*\|(IFNOT|IF|ELSEIF|ELSE|END)\b/.exec(tag)?.[1]
  if (mailchimp) return ofMailchimp(mailchimp)
  const block = /^\{%-?\s*([A-Za-z]+)/.exec(tag)?.[1]
  if (block) return ofBlock(block)
  const [, sign = '', word = ''] =
    /^\{\{-?\s*([#^/]?)\s*(if|unless|else|end|range|with|each|[^\s}]*)/.exec(tag) ?? []
  if (sign === '#') return word === 'unless' ? 'unless' : 'if'
  if (sign === '^') return 'unless'
  if (sign === '/') return 'end'
  if (/^(?:else)$/.test(word)) return 'else'
  if (word === 'end') return 'end'
  return /^(?:if|range|with)$/.test(word) && /^\{\{-?\s*(?:if|range|with)\s/.test(tag) ? 'if' : undefined
}

function ofMailchimp(word: string): LogicKind {
  if (word === 'IF') return 'if'
  if (word === 'IFNOT') return 'unless'
  return word === 'END' ? 'end' : 'else'
}

function ofBlock(word: string): LogicKind | undefined {
  if (/^(?:if|ifchanged|for|case)$/.test(word)) return 'if'
  if (word === 'unless') return 'unless'
  if (/^(?:else|elsif|elif|empty|when)$/.test(word)) return 'else'
  if (/^(?:comment|capture)$/.test(word)) return 'drop'
  if (/^(?:raw|verbatim|autoescape|filter|spaceless|block|with)$/.test(word)) return 'keep'
  if (/^end[a-z]*$/.test(word)) return 'end'
  return /^(?:assign|set|include|render|load|cycle|increment|break|continue)$/.test(word)
    ? 'other'
    : undefined
}
