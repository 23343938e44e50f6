/** Why a sentence is offered as a new way of doing something, in words for the office. */
import type { Practice } from '../rules/practices/practice.ts'

export const practiceReason = ({ signs, saysNew }: Pick<Practice, 'signs' | 'saysNew'>): string =>
  `${saysNew ? '写明是新做法' : '说到做法'}：${signs.join('、')}`
