/** 沙湾县's report of the second quarter of 2020, received as a decision says. */
export const decidedReport = (decision: number) => ({
  county: 'shawan',
  kind: 'analysis' as const,
  period: '2020-Q2',
  due: '2020-07-15',
  state: 'received' as const,
  files: [],
  verdict: null,
  late: false,
  decisions: [decision],
})
