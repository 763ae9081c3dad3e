import { decode } from 'fast-png'
import { expect, test } from 'vitest'
import { decodeSocialIcon } from '../../src/images/social/social-icons.ts'

/** The colours of a PNG's palette that are opaque or nearly so. */
function listColours(bytes: Uint8Array): string[] {
  return (decode(bytes).palette ?? [])
    .filter(([, , , alpha = 255]) => alpha > 250)
    .map((each) => each.slice(0, 3).join(' '))
}

test('the circle of a social link has the colour that is given, and its mark stays white', () => {
  const colours = listColours(decodeSocialIcon('mastodon', '#677280'))
  expect(colours.some((colour) => colour === '103 114 128' || colour === '102 114 128')).toBe(true)
  expect(colours.some((colour) => Math.min(...colour.split(' ').map(Number)) >= 250)).toBe(true)
})

test('what is no colour leaves the picture as it was drawn', () => {
  expect(decodeSocialIcon('mastodon', undefined)).toEqual(decodeSocialIcon('mastodon', '#7a7067'))
})
