/**
 * What looks like a number and is none: document numbers, dates, numbering, articles of law, standards, phones, festivals, plans, product and
 * variety names, grades, ages, deadlines. Each such place has a class, so that the ledger can say what a number was taken for.
 *
 * Shapes stand here; words (三北, 新陆早, 12315) stand in corpus/lexicon/cues/numbers.yaml.
 */

import { matchesOf } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export type StructuralClass =
  | 'date'
  | 'document-number'
  | 'numbering'
  | 'ordinal'
  | 'law'
  | 'standard'
  | 'phone'
  | 'name'
  | 'deadline'
  | 'age'
  | 'grade'
  | 'code'
  | 'enumeration'

export interface Structural {
  readonly start: number
  readonly end: number
  readonly class: StructuralClass
}

export type StructuralReader = (text: string) => Structural[]

const NUMBER = '(?:(?<![0-9])[0-9]+|[一二两三四五六七八九十百]{1,5})'
/** A day of the month. */
const DAY = '(?:(?<![0-9])(?:[12]?[0-9]|3[01])|[一二三四五六七八九十]{1,3})'
const JOIN = '[—–~～至到、-]{1,2}'
const LISTED = '(?:、|和|及|与)'
const YEAR = '(?:19|20)[0-9]{2}'
/** 的产品有105种: so many of a class. */
const COUNTED = '(?:[^，。；、：0-9要求目标任务标准]{1,6}有?)?[0-9]{1,6}[户家个份批人件起台部处座辆种名所]'

/**
 * Earlier patterns win where two begin at one place; the longest match of a class is taken. A pattern that begins with a run of any length begins
 * only where the run does: else a long run of digits or letters would be tried again from each of them.
 */
const SHAPES: readonly (readonly [StructuralClass, string])[] = [
  ['document-number', `[〔［\\[【（]${YEAR}[〕］\\]】）]第?[0-9]{1,5}号`],
  ['document-number', `第[0-9]{1,5}号(?:令|公告|文)?`],
  // 2018、2019、2020年; 7、8和9月; 一、二、三季度
  ['date', `(?:${YEAR}年?${LISTED}){1,8}${YEAR}(?:[两二三四五]?年度?)`],
  ['date', `(?<![0-9.])(?:[0-9]{1,2}${LISTED}){1,11}[0-9]{1,2}月份?`],
  ['date', `(?:第?[一二三四1-4]${LISTED}){1,3}第?[一二三四1-4]季度`],
  ['date', `${YEAR}年?${JOIN}${YEAR}年度?`],
  ['date', `${YEAR}年度?(?:[0-9]{1,2}月(?:份|底|初|末)?)?${JOIN}(?:${YEAR}年)?[0-9]{1,2}月(?:份|底|初|末)?`],
  ['date', `${YEAR}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|底|初|末)?)?`],
  ['date', `[二〇○一九零]{4}年(?:${NUMBER}月(?:${NUMBER}[日号])?)?`],
  ['date', `${YEAR}[-./][0-9]{1,2}[-./][0-9]{1,2}`],
  // 1—5月24件: how many, and no day.
  [
    'date',
    `[0-9]{1,2}月[0-9]{1,2}(?:[日号]|(?![0-9.%‰]|[只块台套份张个件户家次人批名起项万元吨]))(?:${JOIN}(?:[0-9]{1,2}月)?[0-9]{1,2}[日号])?`,
  ],
  ['date', `[0-9]{1,2}(?:${JOIN}[0-9]{1,2})?月(?:份|底|初|末|上旬|中旬|下旬)?`],
  ['date', `(?:[一二三四五六七八九十]|十[一二])月(?:份|底|初|末)`],
  ['date', `第?[一二三四1-4](?:${JOIN}第?[一二三四1-4])?季度|[前四三两][一二三四]?个?季度|[一二三四1-4]个季度`],
  ['date', `[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?`],
  ['name', '一[^一点十百千万亿起例件，。；、]一[^一个起件点十百千万，。；、]'],
  // 大药房三分店
  [
    'name',
    '[一二三四五六七八九十]{1,2}分(?:店|公司|厂|校(?![园服]))(?<![得扣差高低为一二三四五六七八九十][一二三四五六七八九十]{1,2}分(?:店|公司|厂|校))',
  ],
  ['name', '[一二三四五六]期(?=工程|项目|建设|扩建|改造|厂房)'],
  ['date', `${DAY}[日号](?:${JOIN}${DAY}[日号])?(?![内以])`],
  ['deadline', `${NUMBER}个?(?:自然日|月|年|日|季度)(?:之?内|以内|前|后)|${NUMBER}(?:天|小时)[前后里]|前${NUMBER}(?:天|日|个月)`],
  ['deadline', `${NUMBER}(?:个多?月|年|周年|个年头)(?:来|间|期|多|以来)?`],
  ['age', `${NUMBER}周?岁`],
  ['law', `(?<![0-9.])[0-9.]+%的?(?:罚款|滞纳金)`],
  // A formula's weights: 成绩=平时得分（占30%）+年终得分（占70%）
  ['code', `[=＝+＋][^，。；（）=＝+＋]{1,24}（[占按×*]?[0-9.]{1,5}%）`],
  // 差评率=差评数/评价数*100%
  ['code', `(?<=[\\p{Script=Han}）])[*×✕][0-9.]{1,5}[%‰]`],
  ['law', `第${NUMBER}[条章节款项目](?:之[一二三四五])?`],
  ['law', `处以?[^，。；]{0,12}以上[^，。；]{0,12}以下`],
  ['law', `加?处[^，。；0-9]{0,6}[0-9.]+%的?(?:罚款|滞纳金)`],
  ['law', `(?<![0-9.])[0-9.]+[^，。；0-9]{0,6}的，(?:依法|一律)?(?:由[^，。；]{0,10})?(?:处|责令|给予)`],
  // 长度29毫米以上的占71.4%, 20℃以上的1174户: what a class is told by.
  [
    'grade',
    `(?<![0-9.])[0-9.]+(?:毫米|厘米|米|公里|公斤|千克|克|吨|万?元|岁|年|平方米|亩|人|小时|分钟|℃|分|次|天|批次|%)(?:及?以[上下])的(?=占|有[0-9]|${COUNTED})`,
  ],
  ['law', `的，(?:依法|一律)?(?:由[^，。；]{0,10})?处以?[0-9.]+万?元`],
  ['enumeration', `${NUMBER}章(?:${NUMBER}[条节])?`],
  ['enumeration', `[前后头]${NUMBER}[位名类家个项种](?=的|：|是|为|分别|依次|合计|共|一共|加起来|占)`],
  // 超过目标的只有前三个
  ['enumeration', `(?<=[只仅][^，。；、0-9]{0,4})前${NUMBER}[名类家个项种](?=[，。；])`],
  // 连续两次不合格: how often in a row.
  ['ordinal', `(?<=连续)${NUMBER}次`],
  // 进入前三分之一: how far up, and no share.
  ['ordinal', `(?<=[前后])${NUMBER}分之${NUMBER}`],
  // 原因就两条：…
  ['enumeration', `[两二三四五六七八九](?:条|点|桩|方)(?=：)`],
  // 免疫满二十一天
  ['deadline', `(?<=满)${NUMBER}[天日]`],
  ['ordinal', `第${NUMBER}(?:届|期|周(?!岁)|次|个|批|页|部分|版|师|团|轮|产业|方|责任人|者|书记|列|行|栏|排|格)`],
  ['numbering', `(?:附件|附表|表|图|附图|附录)[0-9]{1,3}(?:[-.][0-9]{1,3})?(?![0-9]|[,，][0-9]{3}|[只块台套份张个件户家次人批名])`],
  // 三部门联合
  ['enumeration', `${NUMBER}部(?=门)`],
  ['enumeration', `[两二三四五六2-6](?:项|者|类|个)(?=均|都|合计|合格率|比率|指标|相加|最|[与和较比同][^，。；0-9]{1,8}[均都])`],
  // 日均浓度的第95百分位数
  ['ordinal', `第${NUMBER}百分位数?`],
  // 二次补正, 两次不到场的: which time, no count.
  ['ordinal', `第${NUMBER}家(?=[^，。；]{1,12}的)`],
  ['name', '(?<=“\\p{Script=Han}{1,8})[0-9]{1,4}号?(?=”)'],
  // 隔3天再, 免后21天抽血
  ['deadline', `(?<=[后隔])${NUMBER}(?:天|日|小时)(?=[再抽采复测检])`],
  ['ordinal', '二次(?=\\p{Script=Han}{2}|网)|[两三]次(?=[不未])'],
  ['numbering', `（[0-9]{1,2}）`],
  // …不足七成。2.餐饮…: an item of a list within its paragraph; 4.1 2021年…: of two levels, at a line's head.
  ['numbering', `(?<=[。；：！？])[0-9]{1,2}[.．](?=[\\p{Script=Han}“])`],
  ['numbering', `(?<=^|\\n)[0-9]{1,2}[.．][0-9]{1,2}(?= ?${YEAR}年)`],
  ['numbering', `[①-⑳⑴-⒇]`],
  ['grade', `[0-9一二三四五]A{0,5}级`],
  ['grade', `[1-5]A(?![A-Za-z])`],
  ['phone', `0[0-9]{2,3}[—–-]{1,2}[0-9]{7,8}|1[3-9][0-9]{9}|400-?[0-9]{3}-?[0-9]{4}`],
  ['standard', `[A-Z]{1,6}(?:/[A-Z]{1,2})?[- ]?[0-9]+(?:\\.[0-9]+)*(?:[—–-][0-9]{2,4})?`],
  ['code', `(?<![A-Za-z])[A-Za-z]+[-_]?[0-9]+(?:\\.[0-9]+)?[A-Za-z]*`],
  ['code', `(?<![0-9])[0-9]{8,}(?![0-9.]|[万亿元])`],
  ['code', `(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,40}`],
  // 15-15-15, the parts of a fertiliser; 84°42′ of longitude.
  ['code', `(?<![0-9-])[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}(?![0-9-])`],
  ['code', `[0-9]{1,3}°[0-9]{1,2}(?:[′'](?:[0-9.]{1,6}[″"])?)?`],
  // ISO9000的2000版
  ['code', `${YEAR}版(?!次)`],
  ['numbering', `共[0-9]{1,4}页`],
  ['date', `“?[0-9]{1,2}[·•][0-9]{1,2}”?`],
  ['name', `(?<![0-9])[0-9]+号(?![线楼])`],
  // 400型企业; 5G基站
  ['name', `(?<![0-9.])[0-9]{2,5}型(?!号)`],
  ['name', `(?<![0-9.A-Za-z])[2-6]G(?![A-Za-z0-9])`],
]

export function createStructuralReader(lexicon: Lexicon): StructuralReader {
  /** 1天以内的要求 is a level that is asked for. */
  const ASKED = `的[^，。；、0-9]{0,4}?(?:${wordPattern(cue(lexicon, 'level-nouns'))})`
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const shapes: readonly (readonly [StructuralClass, RegExp])[] = [
    ...(
      [
        ['phone', words('hotlines')],
        ['name', `(?:${words('number-name-prefixes')})[-－]?[0-9]+号?`],
        ['name', `(?<![0-9.])[0-9.]+%(?:${words('number-name-suffixes')})`],
        // 28天抗压强度, 72小时准时率, 日最大8小时值
        ['name', `(?<![0-9])${NUMBER}(?:天|小时|分钟|日)(?:${words('number-property-suffixes')})`],
        // 10蒸吨以下燃煤锅炉, 110千伏变电站, 10千伏庙乌线
        [
          'grade',
          `(?<![0-9.])[0-9.]+(?:${words('capacity-units')})(?:及?以[上下])?(?:\\p{Script=Han}{0,5}?(?:${words('capacity-lines')})(?![上下]|路损)|${words('capacity-nouns')})`,
        ],
        // 6个方面24项任务
        [
          'enumeration',
          `${NUMBER}(?:个|大|项|类)?(?:${words('enumeration-nouns')})${NUMBER}(?:个|项|条|类)(?:${words('enumeration-tasks')})`,
        ],
        ['name', words('number-names')],
        // “三小一摊”, “七个一”: a short name in quotation marks that begins with a numeral in words and is no quantity.
        [
          'name',
          `“(?!百分|千分|${NUMBER}(?:${wordPattern(lexicon.units.map(({ unit }) => unit))})[余多以左上]{0,2}[上下右]?”)[一二两三四五六七八九十百双][\\p{Script=Han}、]{1,6}”`,
        ],
        // 十分重视
        [
          'name',
          `(?<![0-9一二两三四五六七八九])${guardedPattern(cue(lexicon, 'adverbs-like-quantities'), lexicon.cues['adverbs-like-quantities:misfires'] ?? [])}(?=\\p{Script=Han})`,
        ],
        ['name', `(?:${words('number-names', 'stage-names')})[一二三四五六七八九]期`],
        ['name', `(?<![0-9])[0-9]+(?:${words('number-name-nouns')})`],
        // 接到求助电话306起 is a count.
        ['code', `(?:${words('number-labels')})[:：]?[0-9—–-]{3,20}(?![0-9—–-]|[起次通件个])`],
        // 500ml装, 50mg×100片: how a product is packed.
        ['name', `(?<![0-9.])[0-9.]+(?:${words('package-units')})(?:/[\\p{Script=Han}])?(?:装|(?:[×xX*][0-9]+[\\p{Script=Han}]?)+)`],
        ['name', `(?:${words('address-words')})(?:${NUMBER}(?:${words('address-parts')})){2,4}`],
        ['enumeration', `${NUMBER}(?:个|大|项|类|种|条|件)?(?:${words('enumeration-nouns')})`],
        // 在七个供电单位里列第五: among how many a rank is.
        [
          'enumeration',
          `(?<=在[^，。；、0-9]{0,8})${NUMBER}[个家所名支](?=[^，。；、0-9]{1,14}(?:${words('rank')})[^，。；、0-9第]{0,2}第)`,
        ],
        // “五一”五天
        ['deadline', `(?<=(?:${words('holidays')})”?(?:节|假期|长假|小长假|黄金周)?)${NUMBER}天`],
        // 凡两次不合格的: a rule's condition.
        ['enumeration', `(?:${words('conditional')})(?:${NUMBER})[次家批]`],
        [
          'enumeration',
          `[一两二三四五六七八九十]{1,3}(?:个|项|类|种|条|块|件|桩)(?:[^，。；、0-9]{1,4}的)?(?:${words('enumeration-nouns-in-words')})`,
        ],
        // 压缩至3个工作日 is a level.
        [
          'deadline',
          `(?<!(?:${words('time-levels')})[了约]?)(?<![0-9.])${NUMBER}个?工作日(?:(?:之?内|以内|前|后)(?!${ASKED})|(?=${words('time-limited')}))|(?:${words('time-limits')})[了约]?${NUMBER}个?工作日`,
        ],
        // 承诺时限为城区45分钟、边远地区2小时: what a service promises.
        [
          'deadline',
          `(?<![0-9.])[0-9.]{1,4}(?:分钟|小时|天|个?工作日)(?!以内)(?<=(?:${words('time-promises')})[^，。；0-9]{0,8}(?:[0-9.]{1,4}(?:分钟|小时|天|个?工作日)[^，。；0-9]{1,10})?[0-9.]{1,4}(?:分钟|小时|天|个?工作日))`,
        ],
        // 规定48小时内转运: by when something is to be done, whoever asks for it.
        [
          'deadline',
          `(?<![0-9.])${NUMBER}(?:分钟|小时|天)之?内(?=(?!的)\\p{Script=Han}{2})(?<=(?:${words('asking')})${NUMBER}(?:分钟|小时|天)之?内)`,
        ],
        // 压缩到2.4小时以内 is a level, 24小时内到场 a deadline.
        [
          'deadline',
          `(?<![0-9.])${NUMBER}(?:分钟|小时|天)(?:之?内|以内)(?!${ASKED})(?<!(?:(?:${words('level-change', 'to', 'asking', 'held-within')})(?:了|约|的)?|(?:${words('time-nouns')})[在为]?)${NUMBER}(?:分钟|小时|天)(?:之?内|以内)|[均都]在${NUMBER}(?:分钟|小时|天)(?:以内|之?内(?=[，。；])))`,
        ],
      ] as const
    ).map(([name, source]) => [name, new RegExp(source, 'gu')] as const),
    ...SHAPES.map(([name, source]) => [name, new RegExp(source, 'gu')] as const),
  ]
  /** APP7028件: what is counted, and no code. */
  const inLetters = new RegExp(`^(?:${words('letter-words')}) ?[0-9]`, 'u')
  return (text) => {
    const found: Structural[] = []
    for (const [name, pattern] of shapes)
      for (const match of matchesOf(pattern, text))
        if (!inLetters.test(match[0])) found.push({ start: match.index, end: match.index + match[0].length, class: name })
    return withoutOverlaps(found)
  }
}

/** Of places that overlap, the earlier and then the longer stays. */
function withoutOverlaps(found: readonly Structural[]): Structural[] {
  const kept: Structural[] = []
  for (const place of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && place.start < last.end) {
      if (place.end > last.end) kept.push({ ...place, start: last.end })
      continue
    }
    kept.push(place)
  }
  return kept
}
