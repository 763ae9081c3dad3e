import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What expressions of a workflow can refer to: `github`, `steps`, `env` and so on. */
export type Contexts = Record<string, unknown>

/** Whether what ran so far has succeeded, for `success()` and the like. */
export type Status = 'success' | 'failure'

const statusFunctions = ['success', 'failure', 'always', 'cancelled']

/** Evaluates an expression with GitHub's own evaluator. */
export function evaluate(expression: string, contexts: Contexts, status: Status): string {
  const define = (name: string, call: (...args: data.ExpressionData[]) => data.ExpressionData) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
    call,
  })
  const functions = [
    define('success', () => new data.BooleanData(status === 'success')),
    define('failure', () => new data.BooleanData(status === 'failure')),
    define('always', () => new data.BooleanData(true)),
    define('cancelled', () => new data.BooleanData(false)),
    define('hashFiles', () => new data.StringData('digest')),
  ]
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse()
  const context = JSON.parse(JSON.stringify(contexts), data.reviver)
  return new Evaluator(tree, context, new Map(functions.map((each) => [each.name.toLowerCase(), each])))
    .evaluate()
    .coerceString()
}

/** Replaces each `${{ … }}` in a text. */
export function interpolate(text: unknown, contexts: Contexts, status: Status): string {
  return String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression.trim(), contexts, status),
  )
}

/** Whether an `if` holds; without a function of the status it needs success. */
export function holds(condition: unknown, contexts: Contexts, status: Status): boolean {
  const expression = String(condition ?? 'success()')
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
    .trim()
  const names = statusFunctions.some((name) => expression.includes(`${name}(`))
  return evaluate(names ? expression : `success() && (${expression})`, contexts, status) === 'true'
}
