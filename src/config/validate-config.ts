import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import { defaultSettings } from '../settings.ts'
import { createTargets } from '../targets/create-target.ts'
import { targetNames } from '../targets/index.ts'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import type { Config } from './config.ts'
import { createConfigSchema } from './config-schema.ts'
import { refuseCode } from './refuse-code.ts'
import { refusePasswords } from './refuse-passwords.ts'
import { isMap, removeEmpty } from './remove-empty.ts'
import { type KnownCheck, validateChecks } from './validate-checks.ts'
import { validateClients } from './validate-clients.ts'
import { validateCustomBlocks } from './validate-custom-blocks.ts'
import { validateCustomTargets } from './validate-custom-target.ts'
import { validateFlights } from './validate-flights.ts'
import { validateLogos } from './validate-logos.ts'
import { validateMergeTags } from './validate-merge-tags.ts'
import { validatePollPattern } from './validate-poll-pattern.ts'
import { validateSchedule } from './validate-schedule.ts'
import { validateUnsubscribe } from './validate-unsubscribe.ts'
import { validateVotePages } from './validate-vote-pages.ts'

const options = { ruleId: 'config', subject: 'config' } as const

/** What a config is validated against besides its schema. */
export interface ConfigOverrides {
  /** The targets on the command line, which override the config's. */
  target?: string | string[] | undefined
  /** The shipped checks and the other rules; without them every name and option is accepted. */
  checks?: readonly KnownCheck[]
  /** The names of the shipped blocks with behaviour, which a config cannot redefine; without them every name is accepted. */
  blocks?: readonly string[]
  /** The known mail clients; without them every name is accepted. */
  clients?: readonly string[]
}

/**
 * Validates a config in YAML or JSON; messages have the line and column of the entry.
 * @param file the config's text
 * @returns the config without the entries that have errors
 */
export function validateConfigText(file: VFile, overrides: ConfigOverrides = {}): Config {
  const yaml = parseYaml(String(file), file)
  refuseCode(yaml, file)
  return validateConfig(yaml, file, overrides)
}

/**
 * Validates a config that is a JavaScript value; messages name the entry's key, since they have no line.
 * @param value the module's default export
 * @param file the module, for its messages
 * @returns the config without the entries that have errors
 */
export function validateConfigValue(value: unknown, file: VFile, overrides: ConfigOverrides = {}): Config {
  const start = { line: 1, column: 1, offset: 0 }
  const scratch = new VFile()
  const config = validateConfig({ value, placeOf: () => ({ start, end: start }) }, scratch, overrides)
  for (const { reason, note, fatal, ruleId } of scratch.messages) {
    report(file, reason, {
      ruleId: (ruleId as RuleId | undefined) ?? options.ruleId,
      note,
      severity: fatal ? 'error' : 'warning',
    })
  }
  return config
}

function validateConfig(yaml: Yaml, file: VFile, overrides: ConfigOverrides): Config {
  const value = removeEmpty(refusePasswords(yaml, file))
  const custom = isMap(value) && isMap(value.targets) ? value.targets : {}
  const schema = createConfigSchema([...new Set([...targetNames, ...Object.keys(custom)])])
  const { blocks, checks, ...config } = validate(schema, { ...yaml, value }, file, options) as Config
  if (config.targets) config.targets = validateCustomTargets(custom, yaml, file)
  if (config.clients && overrides.clients) validateClients(config.clients, yaml, file, overrides.clients)
  const customTargets = createTargets(config.targets)
  const targets = [overrides.target ?? config.target ?? defaultSettings.target].flat()
  if (config.polls?.url) {
    const place = yaml.placeOf(['polls', 'url'])
    validatePollPattern(config.polls.url, file, { place, targets, customTargets })
  }
  validateVotePages(config, yaml, file)
  validateUnsubscribe(config, yaml, file, { targets, customTargets })
  if (config.schedule) validateSchedule(config.schedule, yaml, file)
  validateFlights(config.sponsors ?? {}, yaml, file, ['sponsors'])
  validateLogos(config.sponsors ?? {}, yaml, file, ['sponsors'])
  const { targets: _, markdown: __, ...texts } = config
  validateMergeTags(texts, yaml, file, { targets, customTargets })
  return {
    ...config,
    ...(blocks && { blocks: validateCustomBlocks(blocks, yaml, file, overrides.blocks) }),
    ...(checks && {
      checks: validateChecks(checks, yaml, file, {
        checks: overrides.checks,
        blocks: Object.keys(blocks ?? {}),
      }),
    }),
  }
}
