/** The parts of launch-editor that know editors. Its main module is not used, since it prints to standard output. */
declare module 'launch-editor/guess.js' {
  /** The editor's command and its arguments; `[null]` when none is found. Shell operators are objects. */
  const guessEditor: (given: string | undefined) => (string | object | null)[]
  export default guessEditor
}

declare module 'launch-editor/get-args.js' {
  const getArguments: (editor: string, file: string, line?: number, column?: number) => (string | number)[]
  export default getArguments
}

declare module 'launch-editor/construct-windows-launch-command.js' {
  const formatCommand: (editor: string, args: string[]) => string
  export default formatCommand
}
