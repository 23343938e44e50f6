/**
 * Packs texts (see samples/FORMAT.md) into real office files, and their gold into one gold.json beside them: `npm run pack-samples` packs
 * test/support/samples into corpus/samples, `npm run pack-samples -- <texts> <folder>` any other. Needs LibreOffice, qpdf and the fonts AR PL UMing and WenQuanYi Zen Hei.
 *
 * The same texts give the same files, as long as LibreOffice and the fonts are the same.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packArchive } from './packing/archive.ts'
import { encodeGbk } from './packing/gbk.ts'
import { checkGold, mergeGold } from './packing/gold.ts'
import { convertAll, encryptPdf, type Target } from './packing/office.ts'
import { packCsv, packHtml, packText } from './packing/plain.ts'
import { packedPath, parseSample, type Sample } from './packing/sample.ts'
import { type Fonts, officialFonts, packWord } from './packing/word.ts'
import { packWorkbook } from './packing/workbook.ts'

const [, , SOURCE = 'test/support/samples', TARGET = 'corpus/samples'] = process.argv
/** When each submission came in: it lies with them as it is. */
const REGISTER = '收文登记.csv'
const PASSWORD = '2020zlqx'
/** Free fonts that LibreOffice finds and can embed: a serif for 宋体 and 仿宋, a sans serif for 黑体. */
const embeddedFonts: Fonts = {
  title: 'WenQuanYi Zen Hei',
  heading: 'WenQuanYi Zen Hei',
  subheading: 'AR PL UMing CN',
  body: 'AR PL UMing CN',
}
const WITH_OFFICE: Readonly<Record<string, { readonly target: Target; readonly from: 'docx' | 'xlsx' }>> = {
  pdf: { target: 'pdf', from: 'docx' },
  doc: { target: 'doc', from: 'docx' },
  wps: { target: 'doc', from: 'docx' },
  xls: { target: 'xls', from: 'xlsx' },
}

const samples = readSamples()
const golds = counties()
  .map((county) => join(SOURCE, county, 'gold.json'))
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')))
const problems = [...repeatedPaths(samples), ...checkGold(golds, samples)]
const packed = await packAll(samples)
rmSync(TARGET, { recursive: true, force: true })
for (const [path, bytes] of Object.entries(packed)) write(path, bytes)
write('gold.json', new TextEncoder().encode(mergeGold(golds)))
if (existsSync(join(SOURCE, REGISTER))) write(REGISTER, readFileSync(join(SOURCE, REGISTER)))
for (const problem of problems) console.error(problem)
console.log(`${samples.length} submissions in ${Object.keys(packed).length} files, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

function counties(): string[] {
  return readdirSync(SOURCE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function readSamples(): Sample[] {
  return counties().flatMap((county) => {
    const names = readdirSync(join(SOURCE, county)).filter((name) => name.endsWith('.md'))
    return names.sort().map((name) => {
      const sample = parseSample(`${county}/${name}`, readFileSync(join(SOURCE, county, name), 'utf8'))
      const same = sample.settings['sameAs']
      if (same === undefined) return sample
      const original = parseSample(`${county}/${same}`, readFileSync(join(SOURCE, county, same), 'utf8'))
      return {
        ...original,
        ...sample,
        settings: { ...original.settings, ...sample.settings },
        parts: original.parts,
        footnotes: original.footnotes,
      }
    })
  })
}

function repeatedPaths(all: readonly Sample[]): string[] {
  const seen = new Set<string>()
  return all
    .filter((sample) => seen.has(packedPath(sample)) || !seen.add(packedPath(sample)))
    .map((sample) => `${sample.source}: ${packedPath(sample)} is packed twice`)
}

async function packAll(all: readonly Sample[]): Promise<Record<string, Uint8Array>> {
  const contents = new Map<Sample, Uint8Array>()
  for (const sample of all) contents.set(sample, await packOwn(sample))
  for (const [format, { target, from }] of Object.entries(WITH_OFFICE)) {
    const group = all.filter((sample) => sample.format === format)
    const converted = convertAll(
      group.map((sample) => contents.get(sample) ?? new Uint8Array()),
      from,
      target,
    )
    for (const [at, sample] of group.entries()) contents.set(sample, converted[at] ?? new Uint8Array())
  }
  const files: Record<string, Uint8Array> = {}
  const archives = new Map<string, Record<string, Uint8Array>>()
  for (const sample of all) {
    const { archive } = sample.settings
    const bytes = finish(sample, contents.get(sample) ?? new Uint8Array())
    if (archive === undefined) files[sample.out] = bytes
    else archives.set(archive, { ...archives.get(archive), [sample.out]: bytes })
  }
  for (const [path, content] of archives) files[path] = packArchive(content)
  return files
}

/** The file itself, or what LibreOffice makes it from. */
async function packOwn(sample: Sample): Promise<Uint8Array> {
  const encoding = sample.settings['encoding'] ?? 'utf-8'
  switch (sample.format) {
    case 'docx':
    case 'doc':
    case 'wps':
      return packWord(sample, officialFonts)
    case 'pdf':
      return packWord(sample, embeddedFonts, Number(sample.settings['fontsize'] ?? 16))
    case 'xlsx':
    case 'xls':
      return packWorkbook(sample)
    case 'txt':
      return encode(packText(sample), encoding)
    case 'csv':
      return encode(packCsv(sample), encoding)
    case 'html':
      return encode(packHtml(sample, encoding), encoding)
    default:
      throw new Error(`${sample.source}: cannot pack ${sample.format}`)
  }
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'gbk' || encoding === 'gb2312' || encoding === 'gb18030') return encodeGbk(text)
  throw new Error(`cannot write ${encoding}`)
}

/** `corrupt` cuts the file where an interrupted transfer would. */
function finish(sample: Sample, bytes: Uint8Array): Uint8Array {
  const locked = sample.settings['encrypt'] === 'true' ? encryptPdf(bytes, PASSWORD) : bytes
  return sample.settings['corrupt'] === 'true' ? locked.subarray(0, Math.floor(locked.length * 0.6)) : locked
}

function write(path: string, bytes: Uint8Array): void {
  const target = join(TARGET, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, bytes)
}
