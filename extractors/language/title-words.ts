/** Whether a line ends as a title does (报告, 总结, 通报 …), what stands in brackets behind it aside: 质量状况分析报告（送审稿）. */
export function endsWithTitleWord(text: string, titleWords: readonly string[]): boolean {
  const bare = text
    .replace(/\s/gu, '')
    .replace(/[（(〔【][^（()）〔〕【】]{1,20}[）)〕】]$/u, '')
    .replace(/[》”]$/u, '')
  return titleWords.some((word) => bare.endsWith(word))
}
