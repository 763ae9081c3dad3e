import type { VFile } from 'vfile'
import { applyRuleLevels, type IsSwitchedOff } from '../diagnostics/rule-levels.ts'
import type { CheckSetting } from '../settings.ts'

/** A comment of Liquid, CSS, HTML or YAML that begins with a switch. */
const comment =
  /(?:\{%-?\s*(?:comment\s*-?%\}|#)|\/\*|<!--|#)\s*issue-(disable-next-line|disable|enable)\b([\w\s,-]*?)\s*(?:-?\{%-?\s*endcomment|-?%\}|\*\/|-->|\r?\n|$)/g

/**
 * Applies the config's levels to the messages of a template's file, and the comments in it: in each comment of Liquid, CSS
 * or YAML, `issue-disable template-leftover` switches a rule off from there on, as in issues.
 */
export function applyTemplateLevels(file: VFile, settings: Readonly<Record<string, CheckSetting>>): void {
  if (file.messages.length > 0) applyRuleLevels(file, settings, parseTemplateSwitches(String(file)))
}

function parseTemplateSwitches(source: string): IsSwitchedOff {
  const switches = [...source.matchAll(comment)].map(({ 0: whole, 1: verb, 2: names = '', index }) => {
    const line = source.slice(0, index + whole.trimEnd().length).split('\n').length
    return { verb, line, rules: names.split(/[\s,]+/).filter((name) => name !== '') }
  })
  if (switches.length === 0) return () => false
  const lines = source.split('\n')
  return (rule, line = 1) => {
    let isOff = false
    for (const each of switches) {
      if (each.rules.length > 0 && !each.rules.includes(rule)) continue
      if (each.verb === 'disable-next-line') {
        const next = lines.findIndex((text, index) => index >= each.line && text.trim() !== '') + 1
        if (next === line) return true
      } else if (each.line <= line) isOff = each.verb === 'disable'
    }
    return isOff
  }
}
