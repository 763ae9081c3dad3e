import { expect, test } from 'vitest'
import { segmentText } from '../../src/typeset/segment-text.ts'

const graphemes = new Intl.Segmenter('en')
const words = new Intl.Segmenter('en', { granularity: 'word' })

test.each([
  ['letters', 'a'.repeat(5000)],
  ['emoji of several', '👩‍👩‍👧‍👦'.repeat(700)],
  ['flags', '🇩🇪'.repeat(1500)],
  ['a letter with thousands of accents', `a${'\u0301'.repeat(4000)}b`],
  ['words', 'Some words, and more. '.repeat(300)],
])('%s are divided in parts as they are as a whole', (_, text) => {
  for (const segmenter of [graphemes, words])
    expect([...segmentText(text, segmenter)].map(({ segment, index }) => [segment, index])).toEqual(
      [...segmenter.segment(text)].map(({ segment, index }) => [segment, index]),
    )
})
