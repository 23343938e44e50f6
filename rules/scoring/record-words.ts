/** How the codes of the records that a decision can change are said: by the engine in what it writes, and by every product. */
import type { AchievementStatus } from '../../extractors/achievements/achievement.ts'
import type { Answer } from '../../extractors/facts/fact.ts'
import type { AwardLevel } from '../../extractors/lexicon.ts'
import type { FeedKind } from './feed.ts'

export const kindWords: Readonly<Record<FeedKind, string>> = {
  analysis: '质量状况分析报告',
  summary: '工作总结',
  bulletin: '通报',
  plan: '工作方案',
  data: '数据表',
  evidence: '佐证材料',
  unknown: '类别不明',
}

export const awardLevelWords: Readonly<Record<AwardLevel, string>> = {
  national: '国家级',
  provincial: '自治区级',
  prefecture: '地区级',
  county: '县级',
  social: '社会组织',
  unknown: '级别不明',
}

export const achievementWords: Readonly<Record<AchievementStatus, string>> = {
  obtained: '已获得',
  pending: '公示中',
  applied: '已申报',
  creating: '创建中',
  planned: '计划中',
  revoked: '已撤销',
}

export const answerWords: Readonly<Record<Answer, string>> = { yes: '是', no: '否', unknown: '未明确' }

/** What is judged of an analysis, as reasons and names call it. */
export const aspectWords = {
  verdict: '分析质量',
  comparison: '对比分析',
  problems: '问题查找',
  causes: '原因分析',
  measures: '改进措施',
} as const
