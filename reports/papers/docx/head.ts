/** What a document (公文格式) begins with: the office's name in red over the number and a red rule. */
import { AlignmentType, BorderStyle, type FileChild, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Paper } from '../paper.ts'
import { faces, mark, mm, red, sizes, textWidth } from './measures.ts'
import { emptyLine } from './parts.ts'
import type { Writer } from './words.ts'

/** The name on one line; two lines down the number, and its rule; two lines down the title follows. */
export function documentHead({ office, documentNumber }: Paper, { runs }: Writer): FileChild[] {
  return [
    new Paragraph({ spacing: { line: mark.top, lineRule: LineRuleType.EXACT } }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: mm(15), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: office, font: faces.title, size: markSize(office), color: red, characterSpacing: 0 })],
    }),
    emptyLine(),
    emptyLine(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: mark.ruleSize, space: mark.ruleBelow, color: red } },
      children: runs(documentNumber),
    }),
    emptyLine(),
    emptyLine(),
  ]
}

/** As large as stands on one line, in half points. */
const markSize = (office: string): number => Math.min(sizes.mark, Math.floor(textWidth / 10 / [...office].length))
