/**
 * Compound files ([MS-CFB]): the container of .doc, .xls, .ppt and of encrypted .docx and .xlsx. Reads streams of the root storage only; what
 * lies deeper belongs to embedded objects.
 *
 * Sector chains of a hostile file may loop or leave the file: a chain ends at its first repetition or at the file's end.
 */
export interface CompoundFile {
  /** Streams and storages of the root, by name. */
  readonly names: readonly string[]
  /** The stream's bytes, or null where there is no such stream. Shorter than declared when the file is cut off. */
  readonly read: (name: string) => Uint8Array | null
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const END_OF_CHAIN = 0xfffffffa
const STREAM = 2
const ROOT = 5
const ENTRY_BYTES = 128

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= 512 && [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)

/** null when the bytes are no compound file, or so broken that it has no root. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorShift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) return null
  const sectorBytes = 1 << sectorShift
  const sectors = Math.ceil(bytes.length / sectorBytes) - 1
  const sectorAt = (sector: number): Uint8Array => bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes)
  const fat = readFat(view, sectors, sectorBytes)
  const readChain = (start: number): Uint8Array => concat(chain(fat, start, sectors).map(sectorAt))

  const entries = readEntries(readChain(view.getUint32(48, true)))
  const root = entries[0]
  if (root?.type !== ROOT) return null
  const miniFat = words(readChain(view.getUint32(60, true)))
  const miniStream = readChain(root.start)
  const miniCutoff = view.getUint32(56, true)
  const miniSectorAt = (sector: number): Uint8Array => miniStream.subarray(sector << miniShift, (sector + 1) << miniShift)
  const children = childrenOf(entries, root.child)
  return {
    names: children.map(({ name }) => name),
    read(name) {
      const entry = children.find((child) => child.name === name && child.type === STREAM)
      if (!entry) return null
      const content =
        entry.size < miniCutoff ? concat(chain(miniFat, entry.start, miniFat.length).map(miniSectorAt)) : readChain(entry.start)
      return content.subarray(0, entry.size)
    },
  }
}

function readFat(view: DataView, sectors: number, sectorBytes: number): readonly number[] {
  const wordsPerSector = sectorBytes / 4
  const word = (sector: number, index: number): number | undefined => {
    const at = (sector + 1) * sectorBytes + index * 4
    return at + 4 <= view.byteLength ? view.getUint32(at, true) : undefined
  }
  const fatSectors: number[] = []
  for (let index = 0; index < 109; index++) fatSectors.push(view.getUint32(76 + index * 4, true))
  const seen = new Set<number>()
  for (let sector = view.getUint32(68, true); sector < sectors && !seen.has(sector); ) {
    seen.add(sector)
    for (let index = 0; index < wordsPerSector - 1; index++) fatSectors.push(word(sector, index) ?? END_OF_CHAIN)
    sector = word(sector, wordsPerSector - 1) ?? END_OF_CHAIN
  }
  const fat: number[] = []
  for (const sector of fatSectors) {
    if (sector >= sectors || fat.length >= sectors) continue
    for (let index = 0; index < wordsPerSector; index++) fat.push(word(sector, index) ?? END_OF_CHAIN)
  }
  return fat
}

function chain(fat: readonly number[], start: number, limit: number): readonly number[] {
  const visited: number[] = []
  const seen = new Set<number>()
  for (let sector = start; sector < limit && !seen.has(sector); sector = fat[sector] ?? END_OF_CHAIN) {
    seen.add(sector)
    visited.push(sector)
  }
  return visited
}

function readEntries(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      type: directory[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

function childrenOf(entries: readonly Entry[], first: number): readonly Entry[] {
  const children: Entry[] = []
  const seen = new Set<number>()
  const open = [first]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    children.push(entry)
    open.push(entry.left, entry.right)
  }
  return children
}

function words(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true))
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
