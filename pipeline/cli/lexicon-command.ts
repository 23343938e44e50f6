/** `zhijian lexicon`: lists and explains the lexicon, runs its examples, and shows what is read in a sentence. */
import { join } from 'node:path'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { type LexiconPlaces, lexiconPlaces } from '../../extractors/lexicon-places.ts'
import { parseLexicon } from '../../extractors/parse-lexicon.ts'
import type { ReportScheme } from '../../reports/context.ts'
import { parseScheme } from '../../rules/scoring/scheme.ts'
import { cacheFolder } from '../cache.ts'
import { readKnowledgeFiles } from '../knowledge-files.ts'
import { kindNames, lexiconEntries } from '../lexicon/entries.ts'
import { lookUp } from '../lexicon/lookup.ts'
import { explanation, listing } from '../lexicon/printing.ts'
import { createTextReader } from '../lexicon/read-text.ts'
import { testLexicon } from '../lexicon/test-lexicon.ts'
import { lexiconTestReport } from '../lexicon/test-report.ts'
import { tryReport } from '../lexicon/try-report.ts'
import { packageRoot } from '../package.ts'
import { processFolder } from '../run.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import type { Streams } from './streams.ts'
import { chosenScope } from './text-scope.ts'

export interface JsonFlag {
  readonly json: boolean
}

export interface TryFlags extends JsonFlag {
  readonly county?: string
  readonly period?: string
}

/** Without a word the list, with one its explanation; 1 where the word leads to nothing. */
export function lexiconCommand(word: string | undefined, { json }: JsonFlag, { out, err }: Streams): ExitCode {
  const { lexicon, scheme, places } = knowledge()
  const entries = lexiconEntries(lexicon, scheme, places)
  if (word === undefined) {
    out(json ? asJson(entries) : listing(entries))
    return exitCodes.done
  }
  const { entries: found, near } = lookUp(entries, word)
  if (json) out(asJson(found))
  else if (found.length > 0) out(found.map(explanation).join('\n\n'))
  if (found.length > 0) return exitCodes.done
  err(`词库里没有“${word}”${near.length === 0 ? '' : '，相近的有：'}`)
  for (const { name, entry } of near) err(`  ${name}（${kindNames[entry.kind]}：${entry.name}）`)
  return exitCodes.failed
}

export async function lexiconTestCommand({ json }: JsonFlag, { out }: Streams): Promise<ExitCode> {
  const { lexicon, places } = knowledge()
  const { batch } = await processFolder({ input: join(packageRoot(), 'corpus/samples'), cache: cacheFolder(null, process.env) })
  const test = testLexicon(lexicon, places, batch.result)
  out(json ? asJson(test) : lexiconTestReport(test))
  return test.passed ? exitCodes.done : exitCodes.failed
}

export function lexiconTryCommand(sentence: string, { json, county, period }: TryFlags, { out }: Streams): ExitCode {
  if (sentence.trim() === '') throw new UsageError('请给出要试读的一句话，前后加引号')
  const { lexicon } = knowledge()
  const reading = createTextReader(lexicon)(sentence, chosenScope(lexicon, county, period))
  out(json ? asJson(reading) : tryReport(reading, lexicon))
  return exitCodes.done
}

/** Read anew from the files that people edit, so that a mistake in them is told. */
function knowledge(): { readonly lexicon: Lexicon; readonly scheme: ReportScheme; readonly places: LexiconPlaces } {
  const files = readKnowledgeFiles(packageRoot())
  const lexicon = parseLexicon(files.lexicon)
  return { lexicon, scheme: parseScheme(files.scheme, lexicon), places: lexiconPlaces(files.lexicon) }
}

const asJson = (value: object): string => JSON.stringify(value, null, 2)
