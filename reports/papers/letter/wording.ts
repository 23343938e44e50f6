/** The words of the letter to a county, from corpus/papers/feedback-letter.yaml: an office changes them there. Code fills the places in braces. */
import { z } from 'zod'
import { parseYaml, type YamlFile } from '../../../extractors/yaml.ts'
import { wordsWith } from '../wording.ts'

const PLACES = 'county you period report office deadline criterion quote place count share other files reason message state day name'.split(
  ' ',
)

const words = wordsWith(PLACES)

const plain = z.string('应为文字').min(1)
const perCriterion = z.strictObject({ comparison: words, problems: words, causes: words, measures: words })

const Wording = z.strictObject({
  title: words,
  addressee: words,
  opening: words,
  version: words,
  goodHeading: words,
  good: perCriterion,
  goodExample: words,
  goodNothing: words,
  goodNoFigures: words,
  missingHeading: words,
  missing: perCriterion,
  advice: words,
  decided: words,
  underTop: words,
  notCountedOpening: words,
  notCounted: words,
  notCountedAbout: words,
  knownYoy: words,
  knownQoq: words,
  knownAbout: words,
  chainHeading: words,
  chainOpening: words,
  unanswered: words,
  unprompted: words,
  unansweredAdvice: words,
  unpromptedAdvice: words,
  level: z.strictObject({ thin: words, boilerplate: words, slogan: words, absent: words }),
  figuresHeading: words,
  figuresOpening: words,
  figurePlace: words,
  equalHeading: words,
  equalShare: words,
  equalShort: words,
  equalOpening: words,
  equalByClass: z.strictObject({ superior: words, peer: words, 'own-past': words }),
  equalSame: words,
  equalAlmost: words,
  equalUncounted: words,
  equalVerbatim: words,
  equalBut: words,
  equalEarlier: words,
  equalTheirs: words,
  equalUnpraised: words,
  someName: words,
  equalOpen: words,
  sources: z.strictObject({ superior: words, peer: words, 'own-past': words }),
  otherCounty: words,
  setAside: words,
  unseenHeading: words,
  unseenOpening: words,
  unseen: z.strictObject({ superior: words, peer: words, 'own-past': words }),
  unseenPart: words,
  unseenFile: words,
  againHeading: words,
  againOpening: words,
  againItem: words,
  againFigures: words,
  resend: z.strictObject({
    name: plain,
    kinds: z.strictObject({
      analysis: plain,
      summary: plain,
      bulletin: plain,
      plan: plain,
      data: plain,
      evidence: plain,
      unknown: plain,
    }),
    unknown: plain,
    notTheirs: z.array(z.string()),
    title: words,
    opening: words,
    file: words,
    deadline: words,
    help: words,
  }),
  deadlineHeading: words,
  deadline: words,
  deadlineDay: words,
  deadlineDays: words,
  objection: words,
  annexTitle: words,
  noDate: words,
  noDateComment: words,
  numberComment: words,
})

export type LetterWording = Readonly<z.output<typeof Wording>>

/** Throws KnowledgeError with file and line. */
export const parseLetterWording = (file: YamlFile): LetterWording => parseYaml(file, Wording).data
