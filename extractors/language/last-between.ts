/**
 * The last place of a character between two places of a text, both included; -1 where it does not stand there. `lastIndexOf` looks through all that comes before, which for
 * a rare character is the whole document, for every sentence anew.
 */
export function lastBetween(text: string, character: string, from: number, to: number): number {
  const wanted = character.charCodeAt(0)
  for (let place = Math.min(to, text.length - 1); place >= from; place--) if (text.charCodeAt(place) === wanted) return place
  return -1
}
