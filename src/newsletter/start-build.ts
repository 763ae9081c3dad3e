import type { IssueContext } from './build-issue.ts'

/** A build that has begun. */
export interface StartedBuild<Result> {
  /**
   * Fulfilled when the issue is rendered, and at most its files are still written: the next issue can be rendered meanwhile.
   * Rejected when the build is.
   */
  rendered: Promise<void>
  /** The build's result. */
  built: Promise<Result>
}

/**
 * Starts to build an issue.
 * @param build builds it with the context that it is given
 */
export function startBuild<Result>(
  context: IssueContext,
  build: (context: IssueContext) => Promise<Result>,
): StartedBuild<Result> {
  let onWriting = () => {}
  const writing = new Promise<void>((resolve) => {
    onWriting = resolve
  })
  const built = build({ ...context, onWriting })
  const rendered = Promise.race([writing, built.then(() => {})])
  // Who waits for `built` alone gets its error from there.
  rendered.catch(() => {})
  return { rendered, built }
}
