/** What people edit — corpus/lexicon and the scheme — read from the package's own root, compiled or not, and validated. */
import type { Lexicon } from '../extractors/lexicon.ts'
import { parseLexicon } from '../extractors/parse-lexicon.ts'
import { type BulletinWording, parseBulletinWording } from '../reports/papers/bulletin/wording.ts'
import { type FormWording, parseFormWording } from '../reports/papers/form/wording.ts'
import { type LetterWording, parseLetterWording } from '../reports/papers/letter/wording.ts'
import { type OverviewWording, parseOverviewWording } from '../reports/papers/overview/wording.ts'
import { parseScheme, type Scheme } from '../rules/scoring/scheme.ts'
import { readKnowledgeFiles } from './knowledge-files.ts'
import { packageRoot } from './package.ts'

export interface Knowledge {
  readonly lexicon: Lexicon
  readonly scheme: Scheme
  readonly letter: LetterWording
  readonly form: FormWording
  readonly overview: OverviewWording
  readonly bulletin: BulletinWording
  readonly lexiconHash: string
  readonly schemeHash: string
}

/** Throws KnowledgeError with file, line and what is expected. */
export function loadKnowledge(root: string = packageRoot()): Knowledge {
  const { lexicon: files, scheme, letter, form, overview, bulletin, lexiconHash, schemeHash } = readKnowledgeFiles(root)
  const lexicon = parseLexicon(files)
  return {
    lexicon,
    scheme: parseScheme(scheme, lexicon),
    letter: parseLetterWording(letter),
    form: parseFormWording(form),
    overview: parseOverviewWording(overview),
    bulletin: parseBulletinWording(bulletin, lexicon),
    lexiconHash,
    schemeHash,
  }
}
