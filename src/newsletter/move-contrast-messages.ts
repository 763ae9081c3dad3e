import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { textContrast } from '../checks/text-contrast.ts'
import { toHex } from '../css/contrast.ts'
import { parseColour } from '../css/parse-colour.ts'
import { reportFinding } from '../diagnostics/report.ts'
import { readSeverity } from '../diagnostics/severity.ts'
import type { Themes } from '../theme/themes.ts'
import { createPlaceFinder } from './find-config-place.ts'
import type { Newsletter } from './load-newsletter.ts'
import { copyFile, isShipped } from './message-files.ts'

/** The tokens that are derived from another one. */
const derived = { 'accent-text': 'accent', 'dark-accent': 'accent' }

/**
 * Moves messages on the contrast of a shipped template's text to the design token in the config that has the colour: the
 * template is right with the colours that it has by itself.
 * @param files of a run; they are not changed, since a watch uses them again
 * @returns the files, with copies of those that have other messages now
 */
export function moveContrastMessages(
  files: readonly VFile[],
  { settings, configPath, themes }: Pick<Newsletter, 'settings' | 'configPath' | 'themes'>,
): VFile[] {
  const config = files.find(({ path }) => path === configPath)
  // To know the colours of all templates, each would have to be created.
  if (!config || Object.keys(settings.theme).length === 0 || !files.some(hasContrastMessage))
    return [...files]
  const placeOf = createPlaceFinder(config)
  const copy = copyFile(config)
  const tokens = listColours(settings.theme, themes)
  return files.map((file) => {
    if (file === config) return copy
    if (!isShipped(file)) return file
    return copyFile(file, (message) => {
      const token = isAboutContrast(message) ? findToken(message, tokens) : undefined
      if (token === undefined) return true
      reportFinding(copy, message.reason, {
        ruleId: textContrast.name,
        place: placeOf?.(['theme', token]),
        note: `${message.note ?? textContrast.note} The text is in \`${file.path}\`, line ${message.line}.`,
        severity: readSeverity(message),
        url: message.url,
      })
      return false
    })
  })
}

function hasContrastMessage(file: VFile): boolean {
  return isShipped(file) && file.messages.some(isAboutContrast)
}

function isAboutContrast({ ruleId }: VFileMessage): boolean {
  return ruleId === textContrast.name
}

/** The colours of a config's tokens and of those derived from them, as messages have them, with the token that is written. */
function listColours(theme: Newsletter['settings']['theme'], themes: Themes): Map<string, string> {
  const colours = new Map<string, string>()
  const add = (value: unknown, token: string) => {
    const colour = parseColour(String(value))
    if (colour && !colours.has(toHex(colour.rgb))) colours.set(toHex(colour.rgb), token)
  }
  for (const [token, value] of Object.entries(theme)) add(value, token)
  for (const [token, from] of Object.entries(derived)) {
    if (theme[from] === undefined) continue
    for (const name of themes.names) add(themes.get(name)?.tokens[token], from)
  }
  return colours
}

function findToken({ reason }: VFileMessage, colours: ReadonlyMap<string, string>): string | undefined {
  for (const [, colour = ''] of reason.matchAll(/`(#[\da-f]{6})`/g))
    if (colours.has(colour)) return colours.get(colour)
  return undefined
}
