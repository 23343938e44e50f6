/** Words that many records bear (a file, a county, an indicator), held once: read from a file, each record would have its own copy of them. */

/** Changes the record that it is given. Of a field with other than words nothing is changed. */
export function wordSharer<Record extends object>(fields: readonly (keyof Record)[]): (record: Record) => Record {
  const known = new Map<unknown, Record[keyof Record]>()
  return (record) => {
    for (const field of fields) {
      const words = record[field]
      if (typeof words !== 'string') continue
      const held = known.get(words)
      if (held === undefined) known.set(words, words)
      else record[field] = held
    }
    return record
  }
}
