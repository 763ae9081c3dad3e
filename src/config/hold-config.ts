import { VFile } from 'vfile'
import { complain } from '../messages/complain.ts'
import { hold } from '../yaml/hold.ts'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'
import { checkFlights } from './check-flights.ts'
import { checkLogos } from './check-logos.ts'
import { checkPollPattern } from './check-poll-pattern.ts'
import { checkUnsubscribe } from './check-unsubscribe.ts'
import { checkVotePages } from './check-vote-pages.ts'
import type { Config } from './config.ts'
import { configSchema } from './config-schema.ts'
import { holdChecks, type KnownCheck } from './hold-checks.ts'
import { holdClients } from './hold-clients.ts'
import { holdNoPassword } from './hold-no-password.ts'
import { defaultSettings } from './settings.ts'
import { isMap, withoutEmpty } from './without-empty.ts'

const options = { ruleId: 'config', subject: 'config' }

/** What a config's correctness depends on besides itself. */
export interface ConfigOverrides {
  /** What the command line says. */
  target?: string | string[] | undefined
  /** The shipped checks; without them every name and option passes. */
  checks?: readonly KnownCheck[]
  /** The mail clients that there are data of; without them every name passes. */
  clients?: readonly string[]
}

/**
 * Holds a config that was written in YAML or JSON against its schema; complaints stand at their line and column.
 * @param file the config's text
 * @returns the config, entries with mistakes left out
 */
export function holdConfigText(file: VFile, overrides: ConfigOverrides = {}): Config {
  const yaml = parseYaml(String(file), file)
  if (isMap(yaml.value) && 'markdown' in yaml.value) {
    complain(
      file,
      'Unexpected `markdown` in the config, expected it in a config in JavaScript or TypeScript',
      {
        ruleId: options.ruleId,
        place: yaml.placeOf(['markdown'], 'key'),
        note: 'Plugins are functions: move the config to `issue.config.mjs` or `issue.config.ts`.',
      },
    )
    delete yaml.value.markdown
  }
  return holdConfig(yaml, file, overrides)
}

/**
 * Holds a config that a program gave against its schema; complaints name the key, since there is no place to point at.
 * @param value the module's default export
 * @param file the module, for its messages
 * @returns the config, entries with mistakes left out
 */
export function holdConfigValue(value: unknown, file: VFile, overrides: ConfigOverrides = {}): Config {
  const start = { line: 1, column: 1, offset: 0 }
  const scratch = new VFile()
  const config = holdConfig({ value, placeOf: () => ({ start, end: start }) }, scratch, overrides)
  for (const { reason, note, fatal } of scratch.messages) {
    complain(file, reason, { ruleId: options.ruleId, note, severity: fatal ? 'error' : 'warning' })
  }
  return config
}

function holdConfig(yaml: Yaml, file: VFile, overrides: ConfigOverrides): Config {
  const value = withoutEmpty(holdNoPassword(yaml, file))
  const { checks, ...config } = hold(configSchema, { ...yaml, value }, file, options) as Config
  if (config.clients && overrides.clients) holdClients(config.clients, yaml, file, overrides.clients)
  const targets = [overrides.target ?? config.target ?? defaultSettings.target].flat()
  if (config.polls?.url) {
    const place = yaml.placeOf(['polls', 'url'])
    checkPollPattern(config.polls.url, file, { place, targets, ruleId: options.ruleId })
  }
  checkVotePages(config, yaml, file, options.ruleId)
  checkUnsubscribe(config, yaml, file, { targets, ruleId: options.ruleId })
  checkFlights(config.sponsors ?? {}, yaml, file, ['sponsors'])
  checkLogos(config.sponsors ?? {}, yaml, file, ['sponsors'])
  return checks ? { ...config, checks: holdChecks(checks, yaml, file, overrides.checks) } : config
}
