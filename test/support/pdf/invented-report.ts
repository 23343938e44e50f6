/**
 * An invented quality report of any length, from a seed: what a test gives to Word or to a PDF writer, and then expects to be read back. All
 * figures and firms are invented. Sentences mix Chinese, numbers, units and Latin words, since their widths are what line ends turn on.
 */
export interface InventedReport {
  readonly title: string
  readonly issuer: string
  readonly parts: readonly InventedPart[]
}

export type InventedPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'caption'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** mulberry32: the same numbers for the same seed, everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PRODUCTS = ['建材', '农膜', '滴灌带', '食用油', '番茄制品', '棉纱', '电线电缆', '化肥', '乳制品', 'PVC管材', 'LED灯具', '消防器材']
const PLACES = ['城关镇', '东城街道', '工业园区', '杏花社区', '红旗农场', '沙枣村']
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const SENTENCES: readonly ((pick: (list: readonly string[]) => string, number: (least: number, most: number) => number) => string)[] = [
  (pick, number) => {
    const sampled = number(40, 400)
    return `${pick(PLACES)}共监督抽查${pick(PRODUCTS)}${sampled}批次，合格${sampled - number(0, 9)}批次，合格率${number(90, 99)}.${number(0, 9)}%，同比上升${number(0, 3)}.${number(1, 9)}个百分点。`
  },
  (pick, number) =>
    `${pick(PRODUCTS)}生产企业${number(3, 60)}家，其中规模以上${number(1, 9)}家，ISO9001认证覆盖率达到${number(60, 99)}%以上。`,
  (_, number) => `三北工程${number(2015, 2019)}年造林成活率均达到${number(80, 95)}%以上，PM2.5平均浓度为${number(20, 60)}μg/m³。`,
  (pick, number) =>
    `由于${pick(PLACES)}“小散弱”企业占比较高，检验检测能力不足（设备老化、人员流动大），投诉举报较上年增加${number(2, 30)}件。`,
  (pick, number) =>
    `下一步，将在${pick(PLACES)}开展${pick(PRODUCTS)}专项整治，${number(2021, 2022)}年底前完成《${pick(PRODUCTS)}质量提升工作方案》确定的${number(3, 12)}项任务，做到“四个最严”；`,
  (pick, number) =>
    `全年投入资金${number(1, 9)}.${number(10, 99)}亿元，新增NQI服务站${number(1, 5)}个，办结12315平台转办件${number(100, 2000)}件，办结率100%，${pick(PRODUCTS)}未发生区域性质量安全事件。`,
]

export function inventReport(seed: number, sections: number, withTables = false): InventedReport {
  const random = seeded(seed)
  const number = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const parts: InventedPart[] = []
  for (let section = 0; section < sections; section++) {
    parts.push({ kind: 'heading', text: `${NUMERALS[section % 10]}、${pick(PLACES)}${pick(PRODUCTS)}质量状况` })
    for (let paragraph = number(2, 4); paragraph > 0; paragraph--) {
      const sentences = Array.from({ length: number(1, 6) }, () =>
        (SENTENCES[number(0, SENTENCES.length - 1)] as (typeof SENTENCES)[0])(pick, number),
      )
      parts.push({ kind: 'paragraph', text: sentences.join('').replace(/；$/u, '。') })
    }
    if (withTables) {
      parts.push({ kind: 'caption', text: `表${section + 1} ${pick(PLACES)}监督抽查情况（单位：批次）` })
      parts.push({ kind: 'table', rows: inventTable(number(3, 14), pick, number) })
    }
  }
  return { title: '沙枣县2020年第三季度质量状况分析报告', issuer: '沙枣县市场监督管理局', parts }
}

function inventTable(rows: number, pick: (list: readonly string[]) => string, number: (least: number, most: number) => number): string[][] {
  const body = Array.from({ length: rows }, (_, row) => {
    const sampled = number(10, 90)
    const passed = sampled - number(0, 5)
    return [`${row + 1}`, `${pick(PLACES)}${pick(PRODUCTS)}`, `${sampled}`, `${passed}`, `${((passed / sampled) * 100).toFixed(1)}%`]
  })
  return [['序号', '产品类别及抽样地点', '抽查批次', '合格批次', '合格率'], ...body]
}

/** What the committed fixtures were made from. */
export const fixtureReports = {
  plain: { seed: 11, sections: 4 },
  tables: { seed: 12, sections: 3 },
  short: { seed: 13, sections: 1 },
} as const
