/** natural is imported by subpath, so that its database drivers and dictionaries are not loaded; its subpaths have no types. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Likeness of two words, 0 to 1. */
  export default function jaroWinklerDistance(a: string, b: string, options: object): number
}

declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(tokens: readonly string[]): void
    listTerms(document: number): { readonly term: string; readonly tf: number; readonly idf: number }[]
  }
}
