import Tinypool from 'tinypool'
import type { IssueResult, IssueTask, WorkerSetup } from './issue-task.ts'
import { workerFile } from './worker-file.ts'

export interface WorkerPool {
  /**
   * Builds an issue in a worker that has nothing else to do.
   * @throws {Error} what the worker threw, or why it ended: out of memory, or ended by a plugin
   */
  run(task: IssueTask): Promise<IssueResult>
  /** Ends the workers. */
  close(): Promise<void>
}

/**
 * Starts worker threads.
 * @param jobs how many
 */
export function createWorkerPool(jobs: number, setup: WorkerSetup): WorkerPool {
  const pool = new Tinypool({
    filename: workerFile.href,
    minThreads: jobs,
    maxThreads: jobs,
    workerData: setup,
    // Otherwise a worker that waits for an issue blocks its event loop, with the timers and streams of plugins.
    useAtomics: false,
  })
  // A worker that ends while it starts leaves its issue to the others. If there are none, nobody would build it.
  const failure = new Promise<never>((_, reject) => {
    pool.on('error', (error) => {
      if (pool.threads.length === 0) reject(error)
    })
  })
  failure.catch(() => {})
  const reportExits = createExitReporter(pool)
  return {
    run(task) {
      const result = pool.run(task) as Promise<IssueResult>
      reportExits.watch()
      return Promise.race([result, failure])
    },
    close() {
      reportExits.end()
      return pool.destroy()
    },
  }
}

/** Makes an error of a thread's exit, for which tinypool would wait forever unless the thread has thrown. */
function createExitReporter(pool: Tinypool): { watch(): void; end(): void } {
  const watched = new WeakSet<object>()
  let isOver = false
  const watch = () => {
    for (const thread of pool.threads) {
      if (watched.has(thread)) continue
      watched.add(thread)
      let hasFailed = false
      thread.once('error', () => {
        hasFailed = true
      })
      thread.once('exit', (code) => {
        if (!isOver && !hasFailed)
          thread.emit('error', new Error(`its worker thread ended with code ${code}`))
      })
    }
  }
  return {
    watch,
    end() {
      isOver = true
    },
  }
}
