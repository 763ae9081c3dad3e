/** The zeros of decimal digits of Arabic, Persian and Hindi, which are not compatible with ASCII's (Unicode, `Nd`). */
const zeros = [0x0660, 0x06f0, 0x0966]

/** What may be between an option's numbers if a reply names several: `1, 5`, `1 & 5`. */
const list = /^\d{1,3}(?:\s*[,;/&]\s*\d{1,3}|\s+\d{1,3})+[.!)]*$/

/** `2`, `2)`, `(2)`, `#2`, `2!`, and with one word before it: `Option 2`, `Nr. 2`. Behind it, the words of CJK: `2番`, `2번`. */
const alone =
  /^[^\p{L}\p{N}+-]*(?:\p{L}{1,15}[.:]?\s*)?[^\p{L}\p{N}+]{0,3}(\d{1,3})(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{1,4})?[^\p{L}\p{N}%]*$/u

/** `2 – great`, `2, thanks`, `2 please`, not `2nd`, `2.5`, `2:30`, `2-3`, `2%`. */
const leading =
  /^[^\p{L}\p{N}+-]*(\d{1,3})(?![\d%])(?!\s*[.,:/–-]\s*\d)(?=[^\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}])/u

/**
 * Parses the numbers of options at the start of a line, in digits of any kind that mail programs write: `2`, `２`, `②`, `2️⃣`, `٢`.
 * @param isFirst whether it is the first line, in which words may follow a number
 * @returns several only if the line has nothing but numbers
 */
export function parseLeadingNumbers(line: string, isFirst: boolean): number[] {
  const plain = normalizeDigits(line)
  if (list.test(plain)) return [...plain.matchAll(/\d+/g)].map(([number]) => Number(number))
  const [, number] = alone.exec(plain) ?? (isFirst ? leading.exec(plain) : null) ?? []
  return number === undefined ? [] : [Number(number)]
}

function normalizeDigits(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\ufe0e\ufe0f\u20e3]/g, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      const zero = zeros.find((each) => code >= each && code < each + 10)
      return zero === undefined ? digit : String(code - zero)
    })
    .trim()
}
