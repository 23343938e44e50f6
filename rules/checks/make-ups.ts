/** Which periods make up longer ones: the quarters the year, the half-year and the first three quarters. */

/** How stretches are made up of shorter ones, the longest first. */
export const makeUps = (year: string): readonly { readonly whole: string; readonly parts: readonly string[] }[] => {
  const [first, second, third, fourth] = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`) as [string, string, string, string]
  const [half, other, nine] = [`${year}-H1`, `${year}-H2`, `${year}-01/${year}-09`]
  return [
    { whole: year, parts: [first, second, third, fourth] },
    { whole: year, parts: [half, other] },
    { whole: year, parts: [nine, fourth] },
    { whole: year, parts: [half, third, fourth] },
    { whole: nine, parts: [first, second, third] },
    { whole: nine, parts: [half, third] },
    { whole: half, parts: [first, second] },
  ]
}

/** Whether the periods are those that make up the whole, in any order. */
export function makeUp(whole: string | null, parts: readonly (string | null)[]): boolean {
  if (whole === null) return false
  const sorted = [...parts].sort().join()
  return makeUps(whole.slice(0, 4)).some((each) => each.whole === whole && [...each.parts].sort().join() === sorted)
}
