/** What is to be known of a rule, for a writer who has never seen the tool. */
export interface RuleText {
  /** One line: what is right when there is no message. */
  title: string
  /** Why it matters: what goes wrong, and what readers would see. */
  explanation: string
  /** What to type instead, with an example where one helps. */
  fix: string
}
