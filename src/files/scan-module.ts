/** What the text of a module says of what its functions depend on. */
export interface ModuleScan {
  /** The names of the modules that it imports. More than there are, as names in comments are among them. */
  imports: string[]
  /** False when its functions may depend on more than these modules and what they are called with. */
  isPure: boolean
}

const imported =
  /\b(?:from|import)\s*(['"])([^'"\n]+)\1|\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\3\s*[,)]/g
/** Every import by a call, the computed ones included. */
const call = /\b(?:import|require)\s*\(/g

/** What differs from run to run, from machine to machine, or is read by another way than an import. */
const impure = [
  /\bprocess\s*[.?[]|[=(]\s*process\b/,
  /\bglobalThis\b|\bglobal\s*[.[]/,
  // The present time, unlike `new Date(text)` and `Date.UTC(…)`; a date format without an argument has it, too.
  /(?<!\bnew\s+)\bDate\b(?!\s*\.\s*(?:UTC|parse)\b)|\bnew\s+Date\b(?!\s*\(\s*[^)\s])|\.format(?:ToParts)?\s*\(\s*\)/,
  /\bperformance\b|\bTemporal\b|\bMath\s*\.\s*random\b|\bMath\s*\[|\bcrypto\b/,
  /\bfetch\b|\bXMLHttpRequest\b|\bWebSocket\b|\bWebAssembly\b/,
  /\beval\b|\bFunction\s*\(|\bcreateRequire\b|\brequire\s*[.[]|\bimport\s*\.\s*meta\b/,
]

/** Variables of a module that can change, by which what is found in one issue can depend on the issues before it. */
const state =
  /^(?:export\s+)?(?:let|var)\b|^(?:export\s+)?const\b[^=\n]*=\s*(?:new\s+(?:Weak)?(?:Map|Set|Ref)\b|\[\s*\]|\{\s*\})/m

/**
 * Scans the text of a module in JavaScript or TypeScript. It is not parsed, but what is in doubt is never pure.
 * @param isOwn whether it is one of the newsletter's, and not of a package, in which variables only cache
 */
export function scanModule(text: string, isOwn: boolean): ModuleScan {
  const matches = [...text.matchAll(imported)]
  const literalCalls = matches.filter(([, , , , name]) => name !== undefined)
  const isComputed = (text.match(call)?.length ?? 0) > literalCalls.length
  return {
    imports: matches.map(([, , statically, , called]) => statically ?? called ?? ''),
    isPure: !isComputed && !impure.some((pattern) => pattern.test(text)) && !(isOwn && state.test(text)),
  }
}
