const networks: Readonly<Record<string, string>> = {
  'bsky.app': 'Bluesky',
  'discord.com': 'Discord',
  'discord.gg': 'Discord',
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'mastodon.online': 'Mastodon',
  'mastodon.social': 'Mastodon',
  'medium.com': 'Medium',
  'pinterest.com': 'Pinterest',
  'reddit.com': 'Reddit',
  'substack.com': 'Substack',
  't.me': 'Telegram',
  'threads.com': 'Threads',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'twitch.tv': 'Twitch',
  'twitter.com': 'X',
  'whatsapp.com': 'WhatsApp',
  'x.com': 'X',
  'youtu.be': 'YouTube',
  'youtube.com': 'YouTube',
}

/**
 * Names the network of a profile's address: `LinkedIn`. On other servers a path that begins with `/@` is a profile on
 * Mastodon, and any other address is named by its host.
 * @param url an http(s) address
 */
export function nameSocialNetwork(url: string): string {
  const { hostname, pathname } = new URL(url)
  const host = hostname.replace(/^www\./, '')
  // A network has subdomains for languages and for profiles.
  const known = Object.keys(networks).find((each) => host === each || host.endsWith(`.${each}`))
  if (known !== undefined) return networks[known] ?? host
  return pathname.startsWith('/@') ? 'Mastodon' : host
}
