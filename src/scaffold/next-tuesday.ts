const tuesday = 2
const millisecondsADay = 86_400_000

/**
 * The Tuesday after a day; a week later for a Tuesday.
 * @param day `2026-01-06`
 * @returns in the same form
 */
export function nextTuesday(day: string): string {
  const start = new Date(`${day}T00:00:00Z`)
  const days = ((tuesday - start.getUTCDay() + 6) % 7) + 1
  return new Date(start.getTime() + days * millisecondsADay).toISOString().slice(0, 10)
}
