import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The slow tests, longest first; whatever is not named comes after them. */
const slow = [
  'package/',
  'ci/workflow',
  'browser/matrix',
  'jobs/',
  'browser/injection',
  'preview/sizes',
  'cache/dependencies',
  'watch/watch',
  'checks/stored-results',
  'init/targets',
  'property/',
  'preview/access',
  'browser/accessibility',
  'browser/layout',
  'docs/docs',
  'ci/',
  'watch/',
  'render/line-ends',
  'send/send',
  'diff/',
  'browser/',
  'preview/',
  'targets/links',
  'cache/',
  'polls/',
  'mail/',
  'cli/',
  'definitions/',
  'checks/checks',
]

/** Starts slow files first, so that no worker is left alone with one at the end. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = slow.findIndex((path) => moduleId.includes(`/test/${path}`))
      return index === -1 ? slow.length : index
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
