/** How a run is reported. */
export type Reporter = 'pretty' | 'json' | 'github' | 'sarif'

/** The flags that `issue build` and `issue check` have in common, as the command line gives them. */
export interface RunFlags {
  root?: string
  config?: string
  target?: string
  drafts?: boolean
  strict?: boolean
  reporter: Reporter
  color: boolean
  quiet?: boolean
}

/** The flags of `issue check`, as the command line gives them. */
export interface CheckFlags extends RunFlags {
  /** A check's name. */
  explain?: string
  list?: boolean
  /** Links are asked for over the network. */
  online?: boolean
}
