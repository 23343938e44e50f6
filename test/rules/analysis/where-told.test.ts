/** What is wanting names the section of the report where it stands, and no other. */
import { describe, expect, it } from 'vitest'
import { judgeText } from '../../support/judge-text.ts'

const TITLE = '乌苏市2020年第三季度质量状况分析报告'
const measuresOf = (...lines: readonly string[]): string => judgeText([TITLE, ...lines].join('\n')).assessment.criteria.measures.missing
const WORKED = '一、突出工作措施\n全季检查经营户38家，全部合格。'
const VAGUE = ['要进一步提高思想认识，加强组织领导。', '要广泛开展宣传，营造良好氛围。']

describe('measures that are slogans', () => {
  it('are told where they stand, though another section opens as measures too', () => {
    expect(measuresOf(WORKED, '二、下一步工作打算', ...VAGUE)).toMatch(/^所写的3条措施中有2条（“二、下一步工作打算”部分）只有原则要求/u)
  })

  it('are told in each section where they stand', () => {
    const told = measuresOf('一、整改措施', VAGUE[0] ?? '', '二、下一步工作打算', VAGUE[1] ?? '')
    expect(told).toMatch(/^“一、整改措施”、“二、下一步工作打算”部分所写的2条措施都只有原则要求/u)
  })

  it('are told by the heading above their own', () => {
    const told = measuresOf('一、下一步工作打算', '（一）思想方面的措施', VAGUE[0] ?? '', '（二）宣传方面的措施', VAGUE[1] ?? '')
    expect(told).toMatch(/^“一、下一步工作打算”部分所写的2条措施都只有原则要求/u)
  })

  it('are told without a section where they stand in many', () => {
    const sections = ['一', '二', '三', '四'].flatMap((number, index) => [`${number}、第${number}类整改措施`, VAGUE[index % 2] ?? ''])
    expect(measuresOf(...sections)).toMatch(/^所写的4条措施都只有原则要求/u)
  })
})

describe('problems that any county could have', () => {
  it('are told where they stand, though another section opens as problems too', () => {
    const text = [TITLE, '一、存在的问题', '全季检查经营户38家。', '二、不足之处', '质量意识还不够强，监管力度还需加大。'].join('\n')
    expect(judgeText(text).assessment.criteria.problems.missing).toMatch(/^“二、不足之处”部分所写的问题放在哪个县市都适用/u)
  })
})
