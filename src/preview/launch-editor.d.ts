/** The parts of launch-editor that know editors; the part that starts them prints to standard output. */
declare module 'launch-editor/guess.js' {
  /** The editor's command and its own arguments; `[null]` when there is none. Operators of a shell are objects. */
  const guessEditor: (given: string | undefined) => (string | object | null)[]
  export default guessEditor
}

declare module 'launch-editor/get-args.js' {
  const getArguments: (editor: string, file: string, line?: number, column?: number) => (string | number)[]
  export default getArguments
}

declare module 'launch-editor/construct-windows-launch-command.js' {
  const toCommand: (editor: string, args: string[]) => string
  export default toCommand
}
