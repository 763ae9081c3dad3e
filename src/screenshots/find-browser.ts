import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The names of Chromium and Chrome on the `PATH`. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Where the installers for macOS and Windows put Chrome. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds Chromium or Chrome: what `CHROMIUM_PATH` names, else on the `PATH`, else where their installers put them.
 * @param environment the process's variables
 * @returns its path; `undefined` when there is none, or none where `CHROMIUM_PATH` says
 */
export function findBrowser(environment: Record<string, string | undefined>): string | undefined {
  const { CHROMIUM_PATH: named, PATH: path = '' } = environment
  if (named) return isExecutable(named) ? named : undefined
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
  return candidates.find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
