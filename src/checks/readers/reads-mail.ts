/**
 * Whether a family of mail clients is among those that the email is for.
 * @param family caniemail's name: `gmail`
 * @param clients the config's `clients`: families (`gmail`) or platforms (`gmail.ios`)
 */
export function readsMail(family: string, clients: readonly string[]): boolean {
  return clients.some((client) => client === '*' || client.split('.')[0] === family)
}
