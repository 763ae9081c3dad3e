/**
 * Continues the last issue's subject when it contains its number: `The Weekly #42: Tea` → `The Weekly #43: Coffee`.
 * @param numbers that of the last issue, and of the new one
 * @returns the title alone when the last subject has no number
 */
export function continueSubject(
  last: string | undefined,
  { before, next }: { before: number | undefined; next: number | undefined },
  title: string,
): string {
  if (last === undefined || next === undefined) return title
  const isPlaceholder = last.includes('{number}')
  if (!isPlaceholder && before === undefined) return title
  const pattern = isPlaceholder ? '\\{number\\}' : `(?<!\\d)0*${before}(?!\\d)`
  const [, start, end = ''] = new RegExp(`^(.*?)${pattern}(.*)$`, 's').exec(last) ?? []
  if (start === undefined) return title
  const number = isPlaceholder ? '{number}' : String(next)
  // In brackets behind the title: `Tea (#42)`.
  if (/^[)\]]/.test(end)) return `${title}${/\s*[([][^([]*$/.exec(start)?.[0] ?? ''}${number}${end}`.trim()
  const separator = /^\s*[:–—|·-]\s*/.exec(end)?.[0]
  if (separator === undefined && end.trim() !== '') return title
  return title === '' ? start + number : start + number + (separator ?? ': ') + title
}
