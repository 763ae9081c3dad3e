import icons from './icons.json' with { type: 'json' }

/** The width and the height at which the pictures are shown, in CSS pixels; the files have twice as many. */
export const iconSize = 28

/** The names of the services that there is a picture for. */
export type SocialService = keyof typeof icons

/** Decodes the PNG of a service. */
export function decodeSocialIcon(service: SocialService): Uint8Array {
  return Buffer.from(icons[service], 'base64')
}
