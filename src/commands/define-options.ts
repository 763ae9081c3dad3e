/** What the values of an argument or option are, for the completion of shells. */
export type ValueKind =
  | 'issue'
  | 'poll'
  | 'rule'
  | 'schema'
  | 'shell'
  | 'sponsor'
  | 'target'
  | 'targets'
  | 'template'

/** A positional argument of a command. */
export interface Argument {
  /** `<file>` is required, `[file]` optional, `[file...]` accepts any number. */
  name: `<${string}>` | `[${string}]`
  summary: string
  /** Without it, shells complete files. */
  completes?: ValueKind
}

/** An option of a command. */
export interface Option {
  /**
   * `--root <dir>` has a value, `--strict` is true when given and undefined when not, `--no-color` is the flag `color`,
   * which is true unless the option is given. A short form stands before it: `-q, --quiet`.
   */
  flags: `--${string}` | `-${string}, --${string}`
  summary: string
  required?: true
  /** May be repeated: the flag is a list. */
  repeatable?: true
  choices?: readonly string[]
  /** Without it and `choices`, shells complete files. */
  completes?: ValueKind
  /** Parses the typed text into the flag's value; throws a `UsageError` for unexpected text. */
  parse?(text: string): unknown
  default?: unknown
}

/** The values of a command's arguments, as `run` receives them. */
export type Arguments<A extends readonly Argument[]> = {
  [Index in keyof A]: A[Index]['name'] extends `[${string}...]`
    ? string[]
    : A[Index]['name'] extends `[${string}]`
      ? string | undefined
      : string
}

/** The values of a command's options, as `run` receives them. */
export type Flags<O extends readonly Option[]> = Flatten<
  { [Each in Always<O[number]> as FlagName<Each['flags']>]: FlagValue<Each> } & {
    [Each in Exclude<O[number], Always<O[number]>> as FlagName<Each['flags']>]?: FlagValue<Each>
  }
>

/** Displays an intersection as one object. */
type Flatten<T> = { [Key in keyof T]: T[Key] }

/** Options that always have a value. */
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
type FlagName<Text extends string> = Text extends `-${string}, ${infer Long}`
  ? FlagName<Long>
  : Text extends `--no-${infer Name}`
    ? CamelCase<Name>
    : Text extends `--${infer Name} <${string}>`
      ? CamelCase<Name>
      : Text extends `--${infer Name}`
        ? CamelCase<Name>
        : never

type CamelCase<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Text

/** Declares one option, for use in several commands. */
export function defineOption<const O extends Option>(option: O): O {
  return option
}

/** Declares a command's options in their own file, from which `Flags<typeof options>` derives the type of the flags. */
export function defineOptions<const O extends readonly Option[]>(...options: O): O {
  return options
}
