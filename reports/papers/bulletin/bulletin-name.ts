export const bulletinName = '通报（草稿）.docx'
