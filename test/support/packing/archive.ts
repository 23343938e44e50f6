/** A .zip as Windows packs it in China: names in GBK and nothing that says so. */
import { zipSync } from 'fflate'
import { encodeGbk } from './gbk.ts'

const FIXED_TIME = new Date('2020-07-10T09:00:00')
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const FLAG_UTF8 = 0x0800

export function packArchive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = new Map<string, Uint8Array>()
  const placeholders = Object.entries(files).map(([name, content], at): [string, [Uint8Array, { mtime: Date }]] => {
    const bytes = encodeGbk(name)
    const placeholder = String(at).padStart(bytes.length, '0')
    names.set(placeholder, bytes)
    return [placeholder, [content, { mtime: FIXED_TIME }]]
  })
  return rename(zipSync(Object.fromEntries(placeholders)), names)
}

/** fflate writes names in UTF-8; placeholders of the same length are overwritten, in the local headers and in the directory. */
function rename(archive: Uint8Array, names: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const overwrite = (flags: number, length: number, start: number): void => {
    const placeholder = new TextDecoder().decode(archive.subarray(start, start + length))
    archive.set(names.get(placeholder) ?? new Uint8Array(), start)
    view.setUint16(flags, view.getUint16(flags, true) & ~FLAG_UTF8, true)
  }
  let at = view.getUint32(archive.length - 6, true)
  while (view.getUint32(at, true) === CENTRAL_HEADER) {
    const length = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('archive without local header')
    overwrite(local + 6, view.getUint16(local + 26, true), local + 30)
    overwrite(at + 8, length, at + 46)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}
