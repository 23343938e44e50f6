/** The exponent of a power of ten, raised or behind a caret: 10⁵, 10⁻³, 10^5. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const EXPONENT = '\\^-?[0-9]{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}'

export function readExponent(written: string): number {
  if (written.startsWith('^')) return Number(written.slice(1))
  const negative = written.startsWith('⁻')
  const digits = [...(negative ? written.slice(1) : written)].map((each) => RAISED.indexOf(each)).join('')
  return Number(digits) * (negative ? -1 : 1)
}
