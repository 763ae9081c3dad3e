/** The style sheet of the HTML report, for light and dark screens. */
export const diffStyles = `:root { color-scheme: light dark; --line: #8886; --added: #1a7f37; --removed: #cf222e; --mark: #bf3989 }
@media (prefers-color-scheme: dark) { :root { --added: #56d364; --removed: #ff7b72; --mark: #f778ba } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 84rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem }
h2 { border-top: 1px solid var(--line); padding-top: 1rem }
small { font-weight: normal }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0 }
th { font-weight: normal; opacity: .7 }
ul { margin: 0; padding-left: 1.25rem }
ins { color: var(--added); text-decoration: underline }
del { color: var(--removed); text-decoration: line-through }
.note { border-left: 4px solid var(--line); padding-left: 1rem }
summary { cursor: pointer; margin: 1rem 0 }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0 }
.shot { position: relative; border: 1px solid var(--line) }
.shot img { display: block; max-width: 100%; height: auto }
.shot i { position: absolute; outline: 2px solid var(--mark); background: color-mix(in srgb, var(--mark) 12%, transparent) }
`
