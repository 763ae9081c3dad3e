/** A word that a command takes. */
export interface Argument {
  /** `<file>` when it is required, `[file]` when it is not, `[file...]` for any number of them. */
  name: `<${string}>` | `[${string}]`
  summary: string
}

/** An option that a command takes. */
export interface Option {
  /**
   * `--root <dir>` has a value, `--strict` is true when given and undefined when not, `--no-color` is the flag `color`,
   * which is true unless the option is given.
   */
  flags: `--${string}`
  summary: string
  required?: true
  /** May be given again: the flag is a list. */
  repeatable?: true
  choices?: readonly string[]
  /** Makes the flag of what was typed; throws a `UsageError` for what it does not expect. */
  parse?(text: string): unknown
  default?: unknown
}

/** What `run` gets for a command's arguments. */
export type Arguments<A extends readonly Argument[]> = {
  [Index in keyof A]: A[Index]['name'] extends `[${string}...]`
    ? string[]
    : A[Index]['name'] extends `[${string}]`
      ? string | undefined
      : string
}

/** What `run` gets for a command's options. */
export type Flags<O extends readonly Option[]> = Flatten<
  { [Each in Always<O[number]> as FlagName<Each['flags']>]: FlagValue<Each> } & {
    [Each in Exclude<O[number], Always<O[number]>> as FlagName<Each['flags']>]?: FlagValue<Each>
  }
>

/** Shows an intersection as one object. */
type Flatten<T> = { [Key in keyof T]: T[Key] }

/** The options that have a value whether they are given or not. */
type Always<O extends Option> = O extends
  | { required: true }
  | { default: unknown }
  | { flags: `--no-${string}` }
  ? O
  : never

type FlagValue<O extends Option> = O extends { repeatable: true }
  ? OneValue<O>[]
  : O extends { flags: `${string} <${string}>` }
    ? OneValue<O>
    : boolean

type OneValue<O extends Option> = O extends { parse(text: string): infer Value }
  ? Value
  : O extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string

/** As commander names it: `--as-is` is `asIs`, `--no-color` is `color`. */
type FlagName<Text extends string> = Text extends `--no-${infer Name}`
  ? CamelCase<Name>
  : Text extends `--${infer Name} <${string}>`
    ? CamelCase<Name>
    : Text extends `--${infer Name}`
      ? CamelCase<Name>
      : never

type CamelCase<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Text

/** Declares an option that several commands have, or of which the type is needed elsewhere. */
export function defineOption<const O extends Option>(option: O): O {
  return option
}

/** Declares options apart from their command, for the type of its flags: `Flags<typeof options>`. */
export function defineOptions<const O extends readonly Option[]>(...options: O): O {
  return options
}
