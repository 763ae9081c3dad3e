/** Wraps a function so that it runs when its result is first read, and not again. */
export function createOnce<Result>(create: () => Result): () => Result {
  let created: { result: Result } | undefined
  return () => {
    created ??= { result: create() }
    return created.result
  }
}
