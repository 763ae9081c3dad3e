import type { Candidate } from './complete-words.ts'
import type { Shell } from './scripts.ts'

/**
 * Formats candidates as a shell's script reads them: a line each. Values with characters that would end the line or
 * control the terminal are left out.
 */
export function formatCandidates(candidates: readonly Candidate[], shell: Shell): string {
  return candidates
    .filter(({ value }) => !/\p{Cc}/u.test(value))
    .map((candidate) => `${formatLine(candidate, shell)}\n`)
    .join('')
}

function formatLine({ value, summary = '' }: Candidate, shell: Shell): string {
  const text = summary.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (shell === 'bash') return value.replace(/[^\p{L}\p{N}_.,/:=@%+-]/gu, '\\$&')
  if (shell === 'fish') return text === '' ? value : `${value}\t${text}`
  const escaped = value.replace(/[\\:]/g, '\\$&')
  return text === '' ? escaped : `${escaped}:${text}`
}

/**
 * Reads the words as bash passes them on: it makes words of its own of `=` and what is around it, and leaves backslashes
 * and opening quotation marks where they are.
 */
export function readBashWords(words: readonly string[]): string[] {
  const parts = words.filter((word, index) => word !== '=' || !words[index - 1]?.startsWith('--'))
  const isBeforeValue = words.at(-1) === '=' && words.at(-2)?.startsWith('--')
  return [...parts, ...(isBeforeValue ? [''] : [])].map((word) =>
    word.replace(/\\(.)/g, '$1').replace(/^["']/, ''),
  )
}
