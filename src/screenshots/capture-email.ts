import { setTimeout } from 'node:timers/promises'
import type { ImageCopy } from '../types.ts'
import type { Browser } from './open-browser.ts'

export interface View {
  /** In CSS pixels. */
  width: number
  dark: boolean
}

/** Chromium draws no picture that is longer (Skia's textures), in pixels. */
const longest = 16_000

/** A picture that does not load must not hold up the report, in milliseconds. */
const patience = 10_000

/**
 * Takes a picture of a whole email, as a mail client with the dark or light theme would show it. Scripts do not run and nothing is
 * requested: addresses in the email lead nowhere.
 * @param html with its pictures as data, see `inlineImages`
 * @returns a PNG, in base64
 * @throws {Error} when the browser fails
 */
export async function captureEmail(browser: Browser, html: string, { width, dark }: View): Promise<string> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(attached.sessionId)
  const send = (method: string, params: object = {}) => browser.send(method, params, session)
  const resize = (height: number) =>
    send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 })
  try {
    await send('Page.enable')
    await send('Emulation.setScriptExecutionDisabled', { value: true })
    const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }
    await send('Emulation.setEmulatedMedia', { features: [scheme] })
    await resize(800)
    const { frameTree } = (await send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
    const loaded = browser.waitFor('Page.loadEventFired', session)
    await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
    await Promise.race([loaded, setTimeout(patience, undefined, { ref: false })])
    const { cssContentSize } = (await send('Page.getLayoutMetrics')) as { cssContentSize: { height: number } }
    const height = Math.min(longest, Math.ceil(cssContentSize.height))
    await resize(height)
    const clip = { x: 0, y: 0, width, height, scale: 1 }
    const { data } = await send('Page.captureScreenshot', {
      format: 'png',
      clip,
      captureBeyondViewport: true,
    })
    return String(data)
  } finally {
    await browser.send('Target.closeTarget', { targetId })
  }
}

const types: Record<string, string> = { jpg: 'jpeg', svg: 'svg+xml' }

/** Replaces the addresses of an email's own pictures by the pictures. */
export function inlineImages(html: string, images: readonly ImageCopy[]): string {
  return images.reduce((text, { output, bytes }) => {
    const extension = output.slice(output.lastIndexOf('.') + 1)
    const data = `data:image/${types[extension] ?? extension};base64,${Buffer.from(bytes).toString('base64')}`
    const escaped = output.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    // Before it can stand the address of the folder that pictures are uploaded to.
    return text.replace(new RegExp(`[^\\s"'()=,]*${escaped}`, 'g'), () => data)
  }, html)
}
