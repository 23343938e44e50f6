import { SaxesParser } from 'saxes'
import { Parser, Tokenizer } from 'htmlparser2'
import { unzipSync, strFromU8 } from 'fflate'
import * as folder from './dist-bench/test/bench/corpus/folder.js'
const files = folder.wordFiles(100, 6800)
const xmls = files.map(f => strFromU8(unzipSync(f.bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']))
console.log(xmls[0].length, xmls[0].slice(0, 1500))
const time = (name, f) => { for (let r = 0; r < 4; r++) { const c = process.cpuUsage(); let n = 0; for (const x of xmls) n += f(x); const u = process.cpuUsage(c); console.log(name, ((u.user + u.system) / 1e5).toFixed(2), n) } }
time('saxes', x => { let n = 0; const p = new SaxesParser({ xmlns: false }); p.on('text', t => { n += t.length }); p.on('opentag', () => {}); p.on('closetag', () => {}); p.write(x).close(); return n })
time('saxes no tags', x => { let n = 0; const p = new SaxesParser({ xmlns: false, position: false }); p.on('text', t => { n += t.length });  p.write(x).close(); return n })
time('htmlparser2', x => { let n = 0; const p = new Parser({ ontext: t => { n += t.length }, onopentag() {}, onclosetag() {} }, { xmlMode: true, decodeEntities: true }); p.write(x); p.end(); return n })
time('tokenizer', x => { let n = 0; const t = new Tokenizer({ xmlMode: true, decodeEntities: true }, { ontext(a, b) { n += b - a }, onopentagname() {}, onattribname() {}, onattribdata() {}, onattribend() {}, onclosetag() {}, onopentagend() {}, onselfclosingtag() {}, onend() {}, ontextentity() {}, onattribentity() {}, onprocessinginstruction() {}, oncomment() {}, oncdata() {}, ondeclaration() {} }); t.write(x); t.end(); return n })
