import { parseColour } from '../../css/parse-colour.ts'
import { recolourPng } from '../recolour-png.ts'
import icons from './icons.json' with { type: 'json' }

/** The width and the height at which the pictures are shown, in CSS pixels; the files have twice as many. */
export const iconSize = 28

/** The names of the services that there is a picture for. */
export type SocialService = keyof typeof icons

/** The circles in the files, which `render.mjs` draws. */
const drawnColour = '#7a7067'

/**
 * Decodes the PNG of a service.
 * @param colour that of its circle, such as `#7a7067`; that of the file where it is no colour
 */
export function decodeSocialIcon(service: SocialService, colour: unknown): Uint8Array {
  const bytes = Buffer.from(icons[service], 'base64')
  const from = parseColour(drawnColour)?.rgb
  const to = parseColour(String(colour))?.rgb
  return from && to && colour !== drawnColour ? recolourPng(bytes, from, to) : bytes
}
