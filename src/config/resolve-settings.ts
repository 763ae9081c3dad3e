import { parseAddress } from '../mailbox/parse-address.ts'
import { type CheckSetting, defaultSettings, type Settings, type Sponsor } from '../settings.ts'
import { createTargets } from '../targets/create-target.ts'
import { encodeHost } from '../urls/encode-host.ts'
import { nameSocialNetwork } from '../urls/name-social-network.ts'
import type { Config } from './config.ts'

/**
 * Creates the settings from a config and the defaults.
 * @param config a validated config, without entries that have errors
 * @param overrides options of the command line, which override the config
 */
export function resolveSettings(
  config: Config,
  overrides: { target?: string | string[] | undefined } = {},
): Settings {
  const { from, markdown, test, ...rest } = config
  const { max, ...sponsors } = config.sponsors ?? {}
  const targets = [...new Set([overrides.target ?? config.target ?? defaultSettings.target].flat())]
  return {
    ...defaultSettings,
    ...rest,
    ...(config.url !== undefined && { url: toBase(config.url) }),
    ...(from !== undefined && { from: parseAddress(from) }),
    ...(test !== undefined && { test: [test].flat() }),
    target: targets[0] ?? defaultSettings.target,
    targets,
    customTargets: createTargets(config.targets),
    social: (config.social ?? []).map((each) =>
      typeof each === 'string' ? { name: nameSocialNetwork(each), url: each } : each,
    ),
    theme: config.theme ?? {},
    assets: config.assets?.baseUrl === undefined ? {} : { baseUrl: toBase(config.assets.baseUrl) },
    polls: config.polls ?? {},
    blocks: config.blocks ?? {},
    sponsors: sponsors as Record<string, Sponsor>,
    checks: max === undefined ? (config.checks ?? {}) : withSponsorLimit(max, config.checks),
    clients: config.clients ?? defaultSettings.clients,
    markdown: { remarkPlugins: markdown?.remarkPlugins ?? [], rehypePlugins: markdown?.rehypePlugins ?? [] },
  }
}

/** Adds `sponsors.max` to the options of the check `sponsor-count`; the config's `checks` override it. */
function withSponsorLimit(max: number, checks: Config['checks'] = {}): Record<string, CheckSetting> {
  const { 'sponsor-count': own = 'warning' } = checks
  if (typeof own === 'string') return { ...checks, 'sponsor-count': [own, { max }] }
  return Array.isArray(own) ? { ...checks, 'sponsor-count': [own[0], { max, ...own[1] }] } : checks
}

/** Converts an address to a base for other addresses: without a slash at the end, in ASCII. */
function toBase(url: string): string {
  const bare = url.trim().replace(/\/+$/, '')
  return encodeHost(bare).replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}
