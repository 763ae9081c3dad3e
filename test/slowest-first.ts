import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The slow tests, longest first; whatever is not named comes after them. */
const slow = [
  'package/',
  'watch/watch',
  'browser/matrix',
  'browser/injection',
  'browser/accessibility',
  'preview/access',
  'watch/stress',
  'watch/',
  'preview/problems',
  'docs/docs',
  'render/line-ends',
  'send/send',
  'browser/',
  'preview/',
  'targets/links',
  'checks/checks',
  'polls/',
  'mail/',
  'cli/',
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
