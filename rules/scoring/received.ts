/** Whether a document that was asked for came in, and when: what a reviewer entered for an item that asks for it goes before the register. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { itemsAskingDocument } from './asking.ts'
import type { CountyFeed } from './county-feed.ts'
import type { Office } from './office.ts'
import { type DocumentOperand, operandName } from './operand.ts'
import { type Received, receivedDocuments } from './read/answers.ts'
import { enteredAnswer, enteredDay, entryWords } from './read/entered.ts'

export interface ReceivedAsDecided extends Received {
  /** Decisions that took part, with what they entered. */
  readonly entered: readonly { readonly decision: number; readonly words: string }[]
}

export function receivedAsDecided(office: Office, county: CountyFeed, operand: DocumentOperand, period: string): ReceivedAsDecided {
  const found = receivedDocuments(county, operand, period)
  const entries = itemsAskingDocument(office.scheme, operand.document).flatMap(({ item, operand: asked }) =>
    office
      .entriesOf(county.id, period, item)
      .filter(({ of, value }) => value !== undefined && (of === undefined || of === operandName(asked))),
  )
  const dated = entries.findLast((entry) => enteredDay(entry) !== null)
  const answered = entries.findLast((entry) => enteredAnswer(entry) !== 'unknown')
  if (dated === undefined && answered === undefined) return { ...found, entered: [] }
  return {
    ...found,
    received: answered === undefined ? 'yes' : enteredAnswer(answered),
    day: dated === undefined ? found.day : enteredDay(dated),
    entered: [dated, answered].flatMap((entry) =>
      entry === undefined ? [] : [{ decision: entry.number, words: `${periodWords(period)} 复核录入 ${entryWords(entry)}` }],
    ),
  }
}
