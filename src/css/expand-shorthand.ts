/** Keywords of `background` that are not colours. */
const backgroundKeyword =
  /^(?:none|initial|repeat|no|x|y|space|round|scroll|fixed|local|left|right|top|bottom|center|cover|contain|auto)$/i

/**
 * Expands `background` and `font` into the longhands that decide whether text is readable: `background-image`,
 * `background-color`, `font-size` and `font-weight`. Other properties are returned as they are.
 * @param property in lower case
 * @returns pairs of property and value; none for a `font` without a size
 */
export function expandShorthand(property: string, value: string): [property: string, value: string][] {
  if (property === 'background') return expandBackground(value)
  if (property !== 'font') return [[property, value]]
  return /^\s*inherit\s*$/i.test(value) ? [] : expandFont(value)
}

function expandBackground(value: string): [string, string][] {
  const image = /(?:url|gradient|image-set)\(/i.test(value) ? value : 'none'
  const plain = value.replace(/\b(?:url|[a-z-]*gradient|image-set)\((?:[^()]|\([^()]*\))*\)/gi, ' ')
  const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)/i.exec(plain)?.[0]
  const keyword = plain
    .split(/[\s,/]+/)
    .find((part) => /^[a-z]+$/i.test(part) && !backgroundKeyword.test(part))
  return [
    ['background-image', image],
    ['background-color', colour ?? keyword ?? 'transparent'],
  ]
}

function expandFont(value: string): [string, string][] {
  const [, before = '', size = ''] = /^(.*?)(?:^|\s)([\d.]+(?:px|pt|r?em|%))/.exec(value) ?? []
  if (size === '') return []
  const weight = /\b(?:bold(?:er)?|[1-9]00)\b/i.exec(before)?.[0] ?? 'normal'
  return [
    ['font-size', size],
    ['font-weight', weight],
  ]
}
