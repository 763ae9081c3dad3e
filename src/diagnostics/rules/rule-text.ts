/** The explanation of a rule, for a writer who has never seen the tool. */
export interface RuleText {
  /** One line: what is true of an issue without such a message. */
  title: string
  /** Why it matters: what goes wrong, and what readers would see. */
  explanation: string
  /** What to type instead, with an example where one helps. */
  fix: string
  /**
   * Which of its messages the config and comments can neither switch off nor change: `all` where nothing right could be
   * sent, or nothing at all be built; `errors` where only its warnings are a matter of judgement. By default none.
   */
  fixed?: 'all' | 'errors'
}
