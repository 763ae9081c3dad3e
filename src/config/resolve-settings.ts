import { parseAddress } from '../mailbox/parse-address.ts'
import { type CheckSetting, defaultSettings, type Settings, type Sponsor } from '../settings.ts'
import { createTargets } from '../targets/create-target.ts'
import { encodeHost } from '../urls/encode-host.ts'
import type { Config } from './config.ts'

/**
 * Fills in a config's defaults.
 * @param config a config without mistakes, as `validateConfig` gives it
 * @param overrides what the command line says, which wins
 */
export function resolveSettings(
  config: Config,
  overrides: { target?: string | string[] | undefined } = {},
): Settings {
  const { from, markdown, ...rest } = config
  const { max, ...sponsors } = config.sponsors ?? {}
  const targets = [...new Set([overrides.target ?? config.target ?? defaultSettings.target].flat())]
  return {
    ...defaultSettings,
    ...rest,
    ...(config.url !== undefined && { url: toBase(config.url) }),
    ...(from !== undefined && { from: parseAddress(from) }),
    target: targets[0] ?? defaultSettings.target,
    targets,
    customTargets: createTargets(config.targets),
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

/** How many sponsors there may be, as the check's option; what `checks` says itself goes before it. */
function withSponsorLimit(max: number, checks: Config['checks'] = {}): Record<string, CheckSetting> {
  const { 'sponsor-count': own = 'warning' } = checks
  if (typeof own === 'string') return { ...checks, 'sponsor-count': [own, { max }] }
  return Array.isArray(own) ? { ...checks, 'sponsor-count': [own[0], { max, ...own[1] }] } : checks
}

/** As addresses are made of it: no slash at the end, and nothing in it that an address cannot hold. */
function toBase(url: string): string {
  const bare = url.trim().replace(/\/+$/, '')
  return encodeHost(bare).replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}
