/**
 * Prints, as JSON, how many characters of one code point, alone and with U+FE0F, are emoji, and those of which two
 * expressions disagree. In a process of its own: V8 compiles the long expression again whenever it collects garbage, of which the
 * threads of the tests have much.
 */
const sequence = /^\p{RGI_Emoji}$/v
const single =
  /^(?!\p{Regional_Indicator})\p{Emoji_Presentation}$|^(?![\d#*]|\p{Emoji_Presentation})\p{Emoji}\uFE0F$/u
const different = []
let emoji = 0
for (let code = 0; code < 0x20000; code += 1)
  for (const text of [String.fromCodePoint(code), `${String.fromCodePoint(code)}\uFE0F`]) {
    const isEmoji = sequence.test(text)
    if (isEmoji) emoji += 1
    if (isEmoji !== single.test(text)) different.push(text)
  }
console.log(JSON.stringify({ different, emoji }))
