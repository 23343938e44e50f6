/**
 * Who gives, by which act, and to whom, in the order of the act:
 *
 *   ‹中国质量协会›近日‹认定›‹奎河水泥磨机QC小组›为全国优秀质量管理小组      ‹自治区文旅厅›‹公布›‹巴音沟景区›为国家AAAA级旅游景区
 *   自治区爱卫会确认乌苏市为…，‹命名›‹裕民县、托里县›为自治区卫生县城      the giver of the clause before goes on
 *   城区抢修班被‹国网新疆电力有限公司›通报表扬      behind the word of the passive, whoever it is
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Honour } from './honour.ts'
import { isAbove, type LevelReader } from './level.ts'
import { createScan } from './scan.ts'

export interface GiverAct {
  readonly status: AchievementStatus
  readonly giver: string
  /** Where the act stands. */
  readonly verb: Span
  /** Whom it is given to; null where the words before the passive tell. */
  readonly holder: Span | null
}

export type GiverActReader = (text: string, clause: Span, honour: Honour, from: number) => GiverAct | null

const LONGEST_GIVER = 26
const LONGEST_ADVERB = 6
const PENDING = '拟'

export function createGiverActReader(lexicon: Lexicon, levels: LevelReader): GiverActReader {
  const word = (...groups: readonly string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const act = new RegExp(
    `^([^，；。：“”被]{2,${LONGEST_GIVER}}?(?:${word('honour-organ', 'honour-level-social')}))(\\p{Script=Han}{0,${LONGEST_ADVERB}}?)((${PENDING})?(?:${word('honour-announce', 'honour-give', 'honour-giver-act')}){1,2}了?)(?!的)([^，；。：拟被]{2,40}?)(?:${word('honour-made')})$`,
    'u',
  )
  const opened = new RegExp(
    `(?:^|[，；：])([^，；。：“”被]{2,${LONGEST_GIVER}}?(?:${word('honour-organ', 'honour-level-social')}))\\p{Script=Han}{0,${LONGEST_ADVERB}}?(?:${word('honour-announce', 'honour-give', 'honour-giver-act')})[^，；。：被]{2,40}(?:${word('honour-made')})[^。]*[，；]$`,
    'u',
  )
  const goesOn = new RegExp(
    `^([并同时再又]{0,2})(${PENDING}?(?:${word('honour-announce', 'honour-give', 'honour-giver-act')}){1,2}了?)(?!的)([^，；。：拟被]{2,40}?)(?:${word('honour-made')})$`,
    'u',
  )
  const commending = createScan(lexicon, ['honour-commend'])
  const passive = new RegExp(`(?:${word('honour-suffered')})([^，；。：“”的]{2,${LONGEST_GIVER}})$`, 'u')

  const done = (text: string, clause: Span, honour: Honour): GiverAct | null => {
    const lead = text.slice(clause.start, honour.start).replace(/“$/u, '')
    const found = act.exec(lead)
    const further = found ? null : goesOn.exec(lead)
    const before = further && opened.exec(text.slice(0, clause.start))
    if (further && before && isAbove(levels.ofGiver(before[1] ?? ''))) return furtherAct(clause, before[1] ?? '', further)
    if (!found || !isAbove(levels.ofGiver(found[1] ?? ''))) return null
    const [, giver = '', adverb = '', verb = '', pending, holder = ''] = found
    const start = clause.start + giver.length + adverb.length
    const end = start + verb.length
    return {
      giver,
      status: pending ? 'pending' : 'obtained',
      verb: { start, end },
      holder: { start: end, end: end + holder.length },
    }
  }

  /** 被某公司‹通报表扬›: by a body that no word of a level names. */
  const commended = (text: string, honour: Honour, from: number): GiverAct | null => {
    if (commending(honour.title).length === 0) return null
    const found = passive.exec(text.slice(from, honour.end - (commending(honour.title).at(-1)?.word.length ?? 0)))
    const giver = found?.[1] ?? ''
    if (!found || levels.ofGiver(giver) === 'county') return null
    const start = from + found.index
    return { giver, status: 'obtained', verb: { start, end: honour.end }, holder: null }
  }

  return (text, clause, honour, from) => done(text, clause, honour) ?? commended(text, honour, from)
}

/** What the giver named in a clause before has done as well. */
function furtherAct({ start: from }: Span, giver: string, [, joint = '', verb = '', holder = '']: RegExpExecArray): GiverAct {
  const start = from + joint.length
  const end = start + verb.length
  return {
    giver,
    status: verb.startsWith(PENDING) ? 'pending' : 'obtained',
    verb: { start, end },
    holder: { start: end, end: end + holder.length },
  }
}
