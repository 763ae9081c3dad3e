import { type DecodedPng, decode } from 'fast-png'
import type { ImageCopy } from '../types.ts'
import { captureEmail, inlineImages, type View } from './capture-email.ts'
import { findChangedRegions, type Pixels, type Region } from './find-changed-regions.ts'
import type { Browser } from './open-browser.ts'

/** An email to be shown. */
export interface EmailSource {
  html: string
  images: readonly ImageCopy[]
}

/** A picture of an email. */
export interface Screenshot {
  /** A PNG, in base64. */
  png: string
  width: number
  height: number
  /** What differs from the other state; empty without one. */
  regions: Region[]
}

/** An email in one width and colour scheme, before and after. */
export interface ScreenshotPair extends View {
  before: Screenshot | undefined
  after: Screenshot | undefined
}

/** The width of most emails' column with its margin, and that of a phone, each light and dark. */
export const views: readonly View[] = [640, 375].flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
])

/**
 * Takes pictures of an email before and after, and finds what differs.
 * @param before `undefined` for an issue that was added
 * @param after `undefined` for one that was removed
 * @throws {Error} when the browser fails
 */
export async function takeScreenshots(
  browser: Browser,
  before: EmailSource | undefined,
  after: EmailSource | undefined,
): Promise<ScreenshotPair[]> {
  const pairs: ScreenshotPair[] = []
  for (const view of views) {
    const old = before && (await capture(browser, before, view))
    const current = after && (await capture(browser, after, view))
    const regions = old && current && findChangedRegions(old.pixels, current.pixels)
    pairs.push({
      ...view,
      before: old && { ...old.picture, regions: regions?.before ?? [] },
      after: current && { ...current.picture, regions: regions?.after ?? [] },
    })
  }
  return pairs
}

async function capture(browser: Browser, { html, images }: EmailSource, view: View) {
  const png = await captureEmail(browser, inlineImages(html, images), view)
  const pixels = readPixels(decode(Buffer.from(png, 'base64')))
  return { pixels, picture: { png, width: pixels.width, height: pixels.height } }
}

/** Reads one number for each pixel, of pictures with and without transparency. */
function readPixels({ width, height, data, channels }: DecodedPng): Pixels {
  const pixels = new Uint32Array(width * height)
  for (let index = 0; index < pixels.length; index++) {
    let pixel = 0
    for (let channel = 0; channel < 3; channel++)
      pixel = (pixel << 8) | (data[index * channels + Math.min(channel, channels - 1)] ?? 0)
    pixels[index] = pixel
  }
  return { width, height, data: pixels }
}
