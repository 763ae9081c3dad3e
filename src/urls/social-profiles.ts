/** The address of a profile on each service, where `NAME` stands for a handle. Those that are known by a number have none. */
const profiles: Record<string, string> = {
  bluesky: 'https://bsky.app/profile/NAME',
  facebook: 'https://www.facebook.com/NAME',
  github: 'https://github.com/NAME',
  instagram: 'https://www.instagram.com/NAME',
  linkedin: 'https://www.linkedin.com/in/NAME',
  pinterest: 'https://www.pinterest.com/NAME',
  reddit: 'https://www.reddit.com/user/NAME',
  telegram: 'https://t.me/NAME',
  threads: 'https://www.threads.com/@NAME',
  tiktok: 'https://www.tiktok.com/@NAME',
  x: 'https://x.com/NAME',
  youtube: 'https://www.youtube.com/@NAME',
}

/** Other words for services. */
const otherNames: Record<string, string> = {
  ...{ bsky: 'bluesky', fb: 'facebook', ig: 'instagram', insta: 'instagram', gh: 'github' },
  ...{ feed: 'rss', atom: 'rss', mail: 'email', fediverse: 'mastodon', twitter: 'x', yt: 'youtube' },
  ...{
    blog: 'website',
    home: 'website',
    homepage: 'website',
    site: 'website',
    url: 'website',
    web: 'website',
  },
}

/**
 * Guesses the address of a profile from a handle: `@ada`, `ada`, or `@ada@mastodon.example`.
 * @param service the service's name: `github`
 * @returns `undefined` for what is no handle, and for services without one form of address
 */
export function guessProfile(service: string, handle: string): string | undefined {
  const [, name, server] = /^@?([\p{L}\d._-]+)(?:@([a-z\d-]+(?:\.[a-z\d-]+)+))?$/iu.exec(handle.trim()) ?? []
  if (name === undefined) return undefined
  if (service === 'mastodon') return `https://${server ?? 'mastodon.social'}/@${name}`
  const pattern = Object.hasOwn(profiles, service) ? profiles[service] : undefined
  const isHost = service !== 'bluesky' && /\.(?:com|org|net|me|app|de)$/i.test(name)
  return server === undefined && !isHost ? pattern?.replace('NAME', name) : undefined
}

/** Finds the name that a block has for a service, which was written in other words: `x` for `twitter`. */
export function findService(name: string, known: readonly string[]): string | undefined {
  const other = Object.hasOwn(otherNames, name.toLowerCase()) ? otherNames[name.toLowerCase()] : undefined
  // Of a block without services, such as a button, `x` is no place.
  return other !== undefined && known.includes(other) && known.includes('mastodon') ? other : undefined
}
