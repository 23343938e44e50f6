/** What is read in one go is read as a whole parser reads it, and what is not plain is left to that parser. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { readPlainXml, replay } from '../../../extractors/formats/plain-xml.ts'

type Step = readonly unknown[]

function plainly(xml: string): Step[] | null {
  const read = readPlainXml(xml)
  if (read === null) return null
  const steps: Step[] = []
  replay(read, {
    open: (name, attributes) => void steps.push(['open', name, { ...attributes }]),
    text: (text) => void steps.push(['text', text]),
    close: (name) => void steps.push(['close', name]),
  })
  return steps
}

function wholly(xml: string): Step[] | 'faulty' {
  const parser = new SaxesParser()
  const steps: Step[] = []
  let faults = 0
  parser.on('error', () => void faults++)
  parser.on('opentag', ({ name, attributes }) => void steps.push(['open', name, { ...attributes }]))
  parser.on('text', (text) => void steps.push(['text', text]))
  parser.on('closetag', ({ name }) => void steps.push(['close', name]))
  parser.write(xml).close()
  return faults === 0 ? steps : 'faulty'
}

const root = (inner: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:a>${inner}</w:a>`

test.each([
  root('<w:t xml:space="preserve"> 甲&amp;乙&#20013;&#x4E2D; </w:t>\r\n\t<w:br/>'),
  root(`<w:b w:val='1"2' w:c="a\tb\nc&lt;"  w:d = ""></w:b>`).replace(' = ', '='),
  '<a/>',
  '<?xml version="1.0"?><a>\r\r\n</a>\n',
  root('𠮷a]]b]>'),
])('is plain: %j', (xml) => {
  expect(plainly(xml)).not.toBeNull()
  expect(plainly(xml)).toEqual(wholly(xml))
})

test.each([
  root('<w:b>'),
  root('<w:b></w:c></w:b>'),
  root('</w:a>'),
  root('<w:b a="1" a="2"/>'),
  root('<w:b a=1/>'),
  root('<w:b a="1"c="2"/>'),
  root('<w:b a="<"/>'),
  root('&nbsp;'),
  root('甲 & 乙'),
  root('&#0;'),
  root(']]>'),
  root('\u0001'),
  root('< b/>'),
  `${root('')}<b/>`,
  `${root('')}尾`,
  `头${root('')}`,
  ` ${root('')}`,
  'no xml at all',
  '',
])('is left to the whole parser, which finds a fault: %j', (xml) => {
  expect(plainly(xml)).toBeNull()
  expect(wholly(xml)).toBe('faulty')
})

test.each([
  root('<!-- 甲 -->'),
  root('<![CDATA[甲]]>'),
  root('<?pi?>'),
  `<!DOCTYPE a [<!ENTITY b "乙">]>${root('').split('\n')[1]}`,
  '<?xml version="1.1"?><a/>',
  root('<节/>'),
  root('<constructor constructor="1"/>'),
  `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
])('is left to the whole parser, which may read it: %j', (xml) => expect(plainly(xml)).toBeNull())

const INSERTED = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  ' ',
  ']]>',
  '&#13;',
  '&#x41;',
  '\r',
  '\n',
  '\u0001',
  '<!--x-->',
  '<a>',
  '</a>',
  '<a/>',
  '?',
  ' a="1"',
  ':',
]

test('parts of the samples are plain, and whatever is done to them, what is plain is read as the whole parser reads it', () => {
  const folder = 'corpus/samples/2020'
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:docx|xlsx)$/u.test(name))
  let seed = 1
  const below = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % limit
  }
  let changed = 0
  for (const name of names.sort().slice(0, 8)) {
    for (const [part, bytes] of Object.entries(unzipSync(readFileSync(join(folder, name))))) {
      if (!/\.(?:xml|rels)$/u.test(part)) continue
      const xml = new TextDecoder().decode(bytes)
      expect(plainly(xml), `${name} ${part}`).toEqual(wholly(xml))
      for (let round = 0; round < 12 && xml.length < 30_000; round++) {
        const at = below(xml.length)
        const end = at + below(4)
        const damaged = xml.slice(0, at) + (below(3) === 0 ? '' : INSERTED[below(INSERTED.length)]) + xml.slice(end)
        const read = plainly(damaged)
        if (read === null) continue
        changed++
        expect(read, `${name} ${part} at ${at}`).toEqual(wholly(damaged))
      }
    }
  }
  expect(changed).toBeGreaterThan(50)
})
