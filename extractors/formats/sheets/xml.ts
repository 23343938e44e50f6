/**
 * One part of an .xlsx, read as a stream of elements under their local names. A part that is not well-formed is read up to and past its faults.
 *
 * What is plain (plain-xml.ts) is read at once, all else by saxes, which knows no entities but the five of XML itself, so that an entity bomb is text like any other.
 */
import { SaxesParser } from 'saxes'
import { LONGEST, readPlainXml, replay, type Steps } from '../plain-xml.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlVisitor {
  readonly open?: (name: string, attributes: Attributes, path: readonly string[]) => void
  readonly text?: (text: string, path: readonly string[]) => void
  /** Something here is not well-formed; what is open may be cut short. */
  readonly fault?: () => void
  readonly close?: (name: string, path: readonly string[]) => void
}

/** Returns false when the part was not well-formed. */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): boolean {
  const path: string[] = []
  const steps = {
    open(name: string, attributes: Attributes): void {
      const local = localName(name)
      path.push(local)
      visitor.open?.(local, attributes, path)
    },
    text: (text: string): void => visitor.text?.(text, path),
    close(name: string): void {
      visitor.close?.(localName(name), path)
      path.pop()
    },
  }
  const xml = new TextDecoder(xmlEncoding(bytes)).decode(bytes)
  const plain = bytes.length > LONGEST ? null : readPlainXml(xml)
  if (plain === null) return parse(xml, steps, visitor)
  replay(plain, steps)
  return true
}

function parse(xml: string, { open, text, close }: Steps, { fault }: XmlVisitor): boolean {
  const parser = new SaxesParser()
  let wellFormed = true
  parser.on('error', () => {
    wellFormed = false
    fault?.()
  })
  parser.on('opentag', ({ name, attributes }) => open(name, attributes))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => close(name))
  parser.write(xml).close()
  return wellFormed
}

/** An attribute under its local name, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name)
  return key === undefined ? undefined : attributes[key]
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
