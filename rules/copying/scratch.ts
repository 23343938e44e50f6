/** Columns that are filled anew for each pair of reports: asking the system for them every time costs more than what is done with them. */
export class Scratch {
  private readonly columns = new Map<string, Int32Array>()
  /** For what is not known to be how long: written from the beginning, with a count kept beside. */
  readonly list: number[] = []

  /** A column of noughts, good until the next one of its name is asked for. */
  column(name: string, length: number): Int32Array {
    let column = this.columns.get(name)
    if (column === undefined || column.length < length) {
      column = new Int32Array(Math.max(length, 2 * (column?.length ?? 0)))
      this.columns.set(name, column)
    }
    return column.subarray(0, length).fill(0)
  }
}
