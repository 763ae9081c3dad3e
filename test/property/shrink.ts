/**
 * Searches for a smaller list of parts that still fails: leaves out ever shorter runs of parts, then characters of what
 * remains.
 * @param fails whether a document of these parts fails in the same way
 */
export async function shrink(
  parts: readonly string[],
  fails: (parts: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  const fewer = await removeRuns(parts, fails)
  return removeRuns([...fewer.join('')], fails)
}

async function removeRuns(
  parts: readonly string[],
  fails: (parts: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  let smallest = [...parts]
  for (let length = Math.ceil(smallest.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let index = smallest.length - length; index >= 0; index -= 1) {
      const without = smallest.toSpliced(index, length)
      if (await fails(without)) {
        smallest = without
        index = Math.min(index, smallest.length - length + 1)
      }
    }
  }
  return smallest
}
