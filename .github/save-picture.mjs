import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/**
 * Writes a picture with a palette, which takes a fifth of the bytes.
 * @param path absolute
 * @param png the picture as Chromium took it
 * @param colours the palette's size
 */
export function savePicture(path, png, colours = 128) {
  const args = [
    'png:-',
    '+dither',
    '-colors',
    String(colours),
    '-strip',
    '-define',
    'png:compression-level=9',
  ]
  // Without these chunks, which contain the time, the same picture has the same bytes.
  const exclude = ['-define', 'png:exclude-chunks=date,time']
  writeFileSync(path, execFileSync('convert', [...args, ...exclude, 'png:-'], { input: png, maxBuffer: 1e8 }))
}
