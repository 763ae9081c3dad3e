import type { Block } from '../types.ts'
import { resolveSharedWords } from './shared-words.ts'

/** A poll in words that all readers share. */
export interface PollWords {
  question: string
  /** In the order of the options; of one that is nothing but a tag its id. */
  answers: string[]
}

/**
 * What a poll asks and offers, on its pages and in its results.
 * @param block a poll that has been held
 * @param restore puts the words in the place of a tag
 */
export function resolvePollWords({ extra, items }: Block, restore: (text: string) => string): PollWords {
  const { question, answers } = extra as { question: string; answers: string[] }
  return {
    question: resolveSharedWords(question, restore),
    answers: items.map(({ id }, index) => resolveSharedWords(answers[index] ?? '', restore) || id),
  }
}
