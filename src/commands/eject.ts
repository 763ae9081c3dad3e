import { defineCommand } from './define-command.ts'
import { options } from './eject/options.ts'

export const eject = defineCommand({
  name: 'eject',
  summary: 'copy files of a template into the newsletter, to change them there',
  arguments: [
    {
      name: '[template]',
      summary: 'the template: `default`, `letter`, `digest`, `brand` or your own',
      completes: 'template',
    },
    {
      name: '[file...]',
      summary: 'files or folders of the template to copy (default: list what there is)',
    },
  ],
  options,
  examples: [
    'issue eject                                      what can be copied',
    'issue eject default blocks/sponsor.html          into templates/default/blocks/sponsor.html',
    'issue eject letter --all                         the whole template',
    'issue eject default blocks/sponsor.html --diff   how yours differs from the shipped one',
  ],
  notes: 'Exit codes: 0 fine, 1 a file is there already and was left as it is, 2 wrong usage',
  async run([template, files], flags, context) {
    const { runEject } = await import('./eject/run-eject.ts')
    return runEject({ template, files }, flags, context)
  },
})
