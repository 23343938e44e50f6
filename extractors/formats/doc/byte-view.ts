/** Little-endian numbers of a stream that may be cut off: what lies beyond its end reads as 0, as if the file had been filled up. */
export interface ByteView {
  readonly bytes: Uint8Array
  readonly u8: (at: number) => number
  readonly u16: (at: number) => number
  readonly i16: (at: number) => number
  readonly u32: (at: number) => number
  readonly slice: (start: number, end: number) => ByteView
}

export function byteView(bytes: Uint8Array): ByteView {
  const u8 = (at: number): number => bytes[at] ?? 0
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8)
  return {
    bytes,
    u8,
    u16,
    i16: (at) => (u16(at) << 16) >> 16,
    u32: (at) => (u16(at) | (u16(at + 2) << 16)) >>> 0,
    slice: (start, end) => byteView(bytes.subarray(Math.max(0, start), Math.max(0, start, end))),
  }
}
