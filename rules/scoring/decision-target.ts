/** What a decision is about: a later one with the same target takes its place. */
export function targetOf(decision: Readonly<Record<string, unknown>>): string {
  const { about, id, county, period, item, of, veto } = decision
  return JSON.stringify([about, id, county, period, item, of, veto].map((each) => each ?? null))
}
