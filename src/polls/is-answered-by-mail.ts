/** True for a poll with an option that opens a prepared reply: its readers are told to reply with a number. */
export function isAnsweredByMail(options: readonly { url: string | null }[]): boolean {
  return options.some(({ url }) => url?.startsWith('mailto:'))
}
