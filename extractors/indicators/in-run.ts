/** The bound and the unit of a quantity, by what it is and by the list that it stands in. */
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import type { Run } from './lists.ts'
import type { RoleContext } from './role-context.ts'
import type { SentenceKit } from './sentence-context.ts'
import type { Role } from './value.ts'

/** 分别不低于98%和98.5%, 分别控制在7%和28%以内: a bound before the first or after the last is the bound of all, but 分别低于8%和32%的目标 compares. */
export function comparatorInRun(kit: SentenceKit, quantity: Quantity, run: Run, after: string): Quantity['comparator'] {
  if ((quantity.comparator === '<' || quantity.comparator === '>') && kit.cues.targetAfter.test(after)) return '='
  if (quantity.comparator !== '=') return quantity.comparator
  const [first, last] = [run.quantities[0], run.quantities.at(-1)]
  const bound = [first, last].find((each) => each && each.comparator !== '=' && each.comparator !== '~')?.comparator ?? '='
  return (bound === '<' || bound === '>') && kit.cues.targetAfter.test(after) ? '=' : bound
}

/** 0.5和1.1个百分点, 0.2个和0.4个百分点: the unit that the last of a run bears is that of all. */
export function unitInRun(quantity: Quantity, run: Run): string {
  const shared = run.quantities.findLast(({ unit }) => unit !== '')?.unit ?? ''
  return quantity.unit === '' || (quantity.unit === '个' && shared.startsWith('个')) ? shared : quantity.unit
}

/** 平均得分为81.4, 发展水平指数为99.5: a bare number is a score or an index where its own name ends so. */
export function unitOfName({ labelUnits }: SentenceKit, { name, how, unit }: Subject, role: Role): string {
  // 服务指数为92.7，提高0.4
  if (role === 'change' && how === 'inherited' && (unit === INDEX || unit === SCORE)) return unit
  if (how !== 'own-words' || role === 'change' || role === 'share') return ''
  return name.endsWith(INDEX) ? INDEX : labelUnits.nearest([name]) === SCORE ? SCORE : ''
}
const INDEX = '指数'
const SCORE = '分'

/** 最低16.2℃, of what was reached, is no bound; 约占三成 is about as much. */
export function comparatorOf(
  { cues }: SentenceKit,
  { comparator }: Quantity,
  role: Role,
  { bound, lead }: RoleContext,
): Quantity['comparator'] {
  if (role !== 'target' && cues.superlativeBound.test(bound)) return '='
  return role === 'share' && comparator === '=' && cues.aboutShare.test(lead) ? '~' : comparator
}

/** 14分02秒，去年同期15分: minutes, where a level in minutes has just been told; 平均得分82.4分，其中宾馆84.1、餐馆79.6: scores, where one has. */
export const unitAsBefore = ({ labelUnits }: SentenceKit, { unit, step, value }: Quantity, last: Subject | null, lead: string): string =>
  unit === '分' && last?.unit === '分钟'
    ? '分钟'
    : unit === '' && step < 1 && last?.unit === '分' && ITEM_OF_IT.test(lead)
      ? '分'
      : unit === '' && step >= TEN && value >= TEN
        ? labelUnits.ofThings([lead.slice(-LONGEST_THING)])
        : unit
/** 总人口63.3万: what so many are is said by what is counted. */
const TEN = 10
const LONGEST_THING = 6
const ITEM_OF_IT = /^(?:[，；]?其中|、)\p{Script=Han}{1,8}$/u
