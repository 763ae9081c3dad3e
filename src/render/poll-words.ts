import type { PollExtra } from '../blocks/shipped/poll.ts'
import type { BlockItem } from '../types.ts'
import { resolveSharedWords } from './shared-words.ts'

/** A poll in words that all readers share. */
export interface PollWords {
  question: string
  /** In the order of the options; of one that is nothing but a tag its id. */
  answers: string[]
}

/**
 * What a poll asks and offers, on its pages and in its results.
 * @param words the poll's own, merge tags as tokens
 * @param restore puts the words in the place of a tag
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
