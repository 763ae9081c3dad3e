/** The shells that there is a script for. */
export const shellNames = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof shellNames)[number]

/**
 * The scripts that have a shell complete `issue`: each runs the command with the words that were typed. Where it lists
 * nothing, files are completed.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  // Bash 3.2, which macOS has, knows no `mapfile`.
  bash: `# bash completion of issue
_issue() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(command "$1" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _issue issue issuepress
`,
  zsh: `#compdef issue issuepress
# zsh completion of issue
_issue() {
  local -a candidates
  candidates=("\${(@f)$(command \${words[1]} completion zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$candidates[1]" ]]; then
    _describe -t values value candidates
  else
    _files
  fi
}
if [[ "$funcstack[1]" = _issue ]]; then
  _issue "$@"
elif (( $+functions[compdef] )); then
  compdef _issue issue issuepress
fi
`,
  fish: `# fish completion of issue
function __issue_complete
  set -l words (commandline -opc)
  set -l typed (commandline -ct)
  set -l name $words[1]
  set -e words[1]
  set -l candidates (command $name completion fish -- $words "$typed" 2>/dev/null)
  if test (count $candidates) -gt 0
    printf '%s\\n' $candidates
  else
    __fish_complete_path "$typed"
  end
end
complete -c issue -f -a '(__issue_complete)'
complete -c issuepress -f -a '(__issue_complete)'
`,
}
