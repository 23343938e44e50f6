/** natural is imported by subpath, so that its database drivers and dictionaries are not loaded; its subpaths have no types. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Likeness of two words, 0 to 1. */
  export default function jaroWinklerDistance(a: string, b: string, options: object): number
}
