/** The width that the tool believes a block to have, for its tables, pictures and numbers, beside the one that it has. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inBrowser } from './in-browser.ts'
import { makeNewsletter, templates } from './make-emails.ts'
import { browserPath } from './open-browser.ts'

const browser = inBrowser(async (out) => {
  const folder = join(import.meta.dirname, 'room')
  const emails = templates.map((template) => makeNewsletter(folder, template, out, template))
  return (await Promise.all(emails)).flat()
})

/** In CSS pixels: for a block that is believed to be narrower than it is, nothing is cut off. */
const tolerance = { narrower: 48, wider: 1 }

describe.skipIf(!browserPath)('the room of a block', () => {
  test('is the width that it has on a wide screen', async () => {
    await browser.each('room', { width: 640 }, async (page) => {
      const probes = await page.evaluate(() =>
        [...document.querySelectorAll('[data-room]')].map((probe) => ({
          room: Number(probe.getAttribute('data-room')),
          width: probe.getBoundingClientRect().width,
        })),
      )
      expect(probes.length).toBe(16)
      return probes.flatMap(({ room, width }, index) =>
        room > width + tolerance.wider || room < width - tolerance.narrower
          ? `probe ${index + 1}: ${room} instead of ${width}`
          : [],
      )
    })
  })
})
