/**
 * Invented reports, the same each time: as many numbers, lists, comparisons and plain narration as a county's report holds, no two alike.
 *
 * The sentences are the bench's own; nothing here is read from the lexicon.
 */

export interface InventedTable {
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
}

export interface InventedText {
  readonly county: string
  readonly year: number
  readonly quarter: number
  readonly title: string
  /** Paragraphs; headings bear their official number. */
  readonly paragraphs: readonly string[]
  readonly tables: readonly InventedTable[]
}

const COUNTIES = ['塔城市', '乌苏市', '额敏县', '沙湾县', '托里县', '裕民县', '和布克赛尔蒙古自治县'] as const
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const
const PRODUCTS = [
  '建材',
  '化肥',
  '农膜',
  '滴灌带',
  '水泥',
  '食用植物油',
  '乳制品',
  '肉制品',
  '粮食加工品',
  '白酒',
  '饮用水',
  '电线电缆',
] as const
const PLACES = ['乡镇卫生院', '农贸市场', '学校食堂', '商场超市', '建筑工地', '加油站', '物流企业', '旅游景区'] as const
const CAUSES = ['原料进厂把关不严', '检验设备更新滞后', '操作人员流动频繁', '冷链运输温度记录缺失', '小微企业没有专职质量人员'] as const
const WORKS = ['质量月', '双随机抽查', '计量惠民', '标准化试点', '百日攻坚', '安全生产检查', '消费维权进社区', '首席质量官培训'] as const
const HEADINGS = [
  '总体情况',
  '产品质量状况',
  '工程质量状况',
  '服务质量状况',
  '环境质量状况',
  '存在的问题',
  '原因分析',
  '下一步措施',
] as const

export type Random = () => number

export type Sentence = (random: Random) => string

/**
 * `index` chooses county, period and wording. `characters` is about the length of the paragraphs together. Without `sentence`, all reports are made of the same
 * twelve sentences.
 */
export function inventText(index: number, characters: number, sentence: Sentence = plainSentence): InventedText {
  const random = seeded(index)
  const county = COUNTIES[index % COUNTIES.length] as string
  const year = 2015 + (Math.floor(index / 28) % 8)
  const quarter = 1 + (Math.floor(index / 7) % 4)
  const title = `${county}${year}年${QUARTERS[quarter - 1]}质量状况分析报告`
  const paragraphs: string[] = []
  let length = 0
  for (let section = 0; length < characters; section++) {
    const heading = `${'一二三四五六七八'[section % 8]}、${HEADINGS[section % HEADINGS.length]}`
    paragraphs.push(heading)
    length += heading.length
    for (let part = 0; part < 3 && length < characters; part++) {
      const paragraph = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(random)).join('')
      paragraphs.push(paragraph)
      length += paragraph.length
    }
  }
  return { county, year, quarter, title, paragraphs, tables: [productTable(random, year), complaintTable(random)] }
}

function plainSentence(random: Random): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string
  const count = (most: number): number => 1 + Math.floor(random() * most)
  const rate = (): string => (90 + random() * 10).toFixed(1)
  const small = (): string => (random() * 5).toFixed(2)
  const sampled = count(200) + 20
  const passed = sampled - count(8)
  const forms: readonly (() => string)[] = [
    () => `共抽查${pick(PRODUCTS)}${sampled}批次，合格${passed}批次，合格率${((100 * passed) / sampled).toFixed(1)}%。`,
    () => `${pick(PRODUCTS)}监督抽查合格率为${rate()}%，比上年同期提高${small()}个百分点，高于全地区平均水平${small()}个百分点。`,
    () => `食品、药品、重要工业品抽检合格率分别达${rate()}%、${rate()}%和${rate()}%。`,
    () => `受理投诉举报${sampled}件，同比下降${small()}%，办结率${rate()}%，为消费者挽回经济损失${small()}万元。`,
    () => `主要原因是${pick(CAUSES)}，其中${pick(PLACES)}占不合格总数的${count(60)}%，${pick(CAUSES)}的问题仍未根本解决。`,
    () => `围绕${pick(WORKS)}工作，县领导带队深入${pick(PLACES)}开展督导检查，召开专题会议${count(9)}次，进一步压实了企业主体责任。`,
    () => `坚持以人民为中心的发展思想，把${pick(WORKS)}作为推动高质量发展的重要抓手，统筹部署、协同推进、狠抓落实，取得了阶段性成效。`,
    () => `检查${pick(PLACES)}${sampled}家，发现隐患${count(30)}处，已整改${count(20)}处，整改率${rate()}%，未发生区域性质量安全事件。`,
    () => `环境空气质量优良天数比例为${rate()}%，PM2.5平均浓度${count(40)}微克/立方米，集中式饮用水水源地水质达标率100%。`,
    () =>
      `针对${pick(PRODUCTS)}合格率偏低的问题，由市场监管局牵头，${count(5) + 6}月底前完成${count(40)}家企业帮扶，力争合格率达到${rate()}%以上。`,
    () => `在用特种设备${sampled * 7}台，定期检验率${rate()}%，较上季度上升${small()}个百分点。`,
    () => `竣工验收工程${count(40)}项，一次验收合格率100%，${pick(PLACES)}项目监督覆盖率${rate()}%，与上年持平。`,
  ]
  return (forms[Math.floor(random() * forms.length)] as () => string)()
}

function productTable(random: Random, year: number): InventedTable {
  const header = ['序号', '产品', '抽查批次', '合格批次', '合格率（%）', `${year - 1}年同期`, '同比增减']
  const rows = PRODUCTS.slice(0, 8).map((product, at) => {
    const sampled = 20 + Math.floor(random() * 80)
    const passed = sampled - Math.floor(random() * 6)
    const before = 90 + random() * 9
    const rate = (100 * passed) / sampled
    return [`${at + 1}`, product, `${sampled}`, `${passed}`, rate.toFixed(1), before.toFixed(1), (rate - before).toFixed(1)]
  })
  return { caption: '表1 产品质量监督抽查情况', rows: [header, ...rows] }
}

function complaintTable(random: Random): InventedTable {
  const rows = PLACES.map((place) => [
    place,
    `${Math.floor(random() * 90)}`,
    `${Math.floor(random() * 60)}`,
    `${(95 + random() * 5).toFixed(1)}`,
  ])
  return { caption: '表2 投诉举报办理情况', rows: [['类别', '投诉（件）', '举报（件）', '办结率（%）'], ...rows] }
}

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): Random {
  let state = (seed + 1) * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
