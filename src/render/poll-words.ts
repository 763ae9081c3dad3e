import type { PollExtra } from '../blocks/shipped/poll.ts'
import type { BlockItem } from '../types.ts'
import { resolveSharedWords } from './shared-words.ts'

/** The words of a poll without merge tags, the same for all readers. */
export interface PollWords {
  question: string
  /** In the order of the options; the id of an option that is only a tag without a fallback. */
  answers: string[]
}

/**
 * Resolves the question and the answers of a poll for its vote pages and its results.
 * @param extra the poll's question and answers, merge tags as tokens
 * @param items its options
 * @param restore replaces tokens by words for all readers
 */
export function resolvePollWords(
  { question, answers }: Pick<PollExtra, 'question' | 'answers'>,
  items: readonly BlockItem[],
  restore: (text: string) => string,
): PollWords {
  return {
    question: resolveSharedWords(question, restore),
    answers: items.map(({ id }, index) => resolveSharedWords(answers[index] ?? '', restore) || id),
  }
}
