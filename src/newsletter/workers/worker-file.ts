/** The workers' script, which is beside the bundle; the sources have none, since Node.js could not run it. */
export const workerFile = new URL('./issue-worker.js', import.meta.url)
