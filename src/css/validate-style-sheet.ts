import type { AtRule, Declaration } from 'postcss'
import { nearest } from '../diagnostics/nearest.ts'
import { hasPrivateUse } from '../private-use.ts'
import type { CssGrammar } from './css-grammar.ts'
import { parseStyleSheet } from './parse-css.ts'
import { type DeclarationMistake, validateDeclaration } from './validate-declaration.ts'
import type { PlacedMistake } from './validate-style-attribute.ts'

export interface StyleSheetOptions {
  grammar: CssGrammar
  /** Replaces `var(--name)` by the design token's value; what it does not know stays. */
  resolve: (value: string) => string
}

/**
 * Validates the declarations and at-rules of a style sheet.
 * @param text a style sheet, whose syntax errors are reported by `compileStyleSheet`; what Liquid prints is masked
 */
export function validateStyleSheet(text: string, { grammar, resolve }: StyleSheetOptions): PlacedMistake[] {
  const root = parseStyleSheet(text)
  const mistakes: PlacedMistake[] = []
  const add = (offset: number, length: number, mistake: DeclarationMistake | undefined) => {
    if (mistake) mistakes.push({ ...mistake, offset, length })
  }
  root.walkDecls((declaration) => {
    if (isDescriptor(declaration)) return
    const { prop: property, value } = declaration
    const start = declaration.source?.start?.offset ?? 0
    const end = declaration.source?.end?.offset ?? start
    add(start, end - start, validateDeclaration({ property, value, resolved: resolve(value) }, grammar))
  })
  root.walkAtRules((rule) => {
    const start = rule.source?.start?.offset ?? 0
    add(start, rule.name.length + 1, validateAtRule(rule))
  })
  root.walkRules((rule) => {
    if (/^\s*(?:\/\/|<!--)/.test(rule.selector))
      add(rule.source?.start?.offset ?? 0, 2, describeComment(rule.selector.trim()))
  })
  return mistakes
}

/** In `@font-face`, `@page` and the like are descriptors, which have a grammar of their own. */
function isDescriptor({ parent }: Declaration): boolean {
  return (
    parent?.type === 'atrule' &&
    !/^(?:media|supports|inline|used|layer|container)$/i.test((parent as AtRule).name)
  )
}

const atRules = [
  'media',
  'font-face',
  'import',
  'supports',
  'keyframes',
  'charset',
  'page',
  'namespace',
  'layer',
  'container',
  'property',
  'inline',
  'used',
]

const mediaFeatures = [
  ...[
    'width',
    'height',
    'device-width',
    'device-height',
    'resolution',
    'aspect-ratio',
    'device-pixel-ratio',
    'color',
  ].flatMap((name) => [name, `min-${name}`, `max-${name}`]),
  ...'prefers-color-scheme prefers-reduced-motion prefers-contrast forced-colors orientation hover any-hover pointer any-pointer monochrome grid inverted-colors scripting update display-mode color-gamut'.split(
    ' ',
  ),
]

function validateAtRule({ name, params }: AtRule): DeclarationMistake | undefined {
  if (hasPrivateUse(name + params) || name.startsWith('-')) return undefined
  if (!atRules.includes(name.toLowerCase())) {
    const near = nearest(name, atRules)
    return near
      ? describeAtRule(`Unexpected \`@${name}\` in a style sheet, expected \`@${near}\``)
      : undefined
  }
  return name.toLowerCase() === 'media' ? validateMediaQuery(params) : undefined
}

function validateMediaQuery(params: string): DeclarationMistake | undefined {
  for (const [, feature = '', value] of params.matchAll(/\(\s*([a-z-]+)\s*(?::\s*([^()]*?)\s*)?\)/gi)) {
    if (feature.startsWith('-')) continue
    const near = mediaFeatures.includes(feature.toLowerCase()) ? undefined : nearest(feature, mediaFeatures)
    if (near) return describeAtRule(`Unexpected \`${feature}\` in \`@media\`, expected \`${near}\``)
    if (/(?:width|height)$/i.test(feature) && value !== undefined && /^[1-9][\d.]*$/.test(value))
      return describeAtRule(
        `Unexpected \`${feature}: ${value}\` in \`@media\`, expected \`${feature}: ${value}px\``,
      )
  }
  return undefined
}

function describeAtRule(reason: string): DeclarationMistake {
  return {
    ruleId: 'css-value',
    reason,
    note: 'No mail client can read it, so that none of the rules in it apply.',
    severity: 'error',
  }
}

function describeComment(selector: string): DeclarationMistake {
  const written = selector.startsWith('//') ? '//' : '<!--'
  return {
    ruleId: 'css-value',
    reason: `Unexpected \`${written}\` in a style sheet, expected a comment in \`/* … */\``,
    note: 'CSS has no other comments: the rule behind it would not apply.',
    severity: 'error',
  }
}
