/** Whether a quantity's unit can be that of an indicator: 件 of a case and 起 of it are one thing to a reader, % and 批次 never. */
import type { Indicator } from '../lexicon.ts'
import type { Role } from './value.ts'

const KIN: readonly (readonly string[])[] = [
  ['件', '起', '宗', '例', '次'],
  ['家', '户', '个', '所'],
  ['台', '台套', '台件', '部'],
  ['项', '个', '件'],
  ['人', '名', '人次'],
  ['批次', '组'],
  ['', '分', '指数'],
]

export function agrees({ unit: asked, kind }: Indicator, unit: string, role: Role): boolean {
  // 投诉总量同比变化 is itself a change: its levels are counts of their own.
  if (kind === 'change') return (unit === '%' || unit === '个百分点') && (role === 'change' || role === 'target')
  if (role === 'rank') return true
  const ratio = asked === '%' || asked === '‰'
  if (role === 'change') return unit === '%' || unit === '倍' || (ratio ? unit === '个百分点' : isKin(asked, unit))
  return ratio ? unit === '%' || unit === '‰' || (unit === '个百分点' && role === 'target') : isKin(asked, unit)
}

function isKin(asked: string, unit: string): boolean {
  const plain = asked.replace(/^[十百千]?[万亿](?=.)/u, '')
  return plain === unit || (unit === '' && plain.includes('/')) || KIN.some((kin) => kin.includes(plain) && kin.includes(unit))
}
