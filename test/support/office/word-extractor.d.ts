/** word-extractor ships without types: what the tests ask of it. */
declare module 'word-extractor' {
  interface WordDocument {
    getBody(): string
    getFootnotes(): string
    getHeaders(options?: { includeFooters?: boolean }): string
    getTextboxes(): string
  }
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>
  }
}
