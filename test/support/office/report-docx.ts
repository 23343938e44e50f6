/**
 * One invented report with all that Word keeps beside its text: automatic numbers, a table with merged cells and a repeated header, revisions, hidden text,
 * a field, a footnote, header and footer. `report.doc` beside this file is it, saved by LibreOffice as Word 97–2003.
 */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

const NUMBERING = 'official'
const REVISION = { author: '审核', date: '2020-10-10T00:00:00Z' }

const paragraph = (text: string): Paragraph => new Paragraph({ text })
const numbered = (text: string, level: number, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text, numbering: { reference: NUMBERING, level }, ...(heading === undefined ? {} : { heading }) })

function cell(lines: readonly string[], columnSpan = 1): TableCell {
  return new TableCell({ children: lines.map(paragraph), columnSpan, width: { size: 2000 * columnSpan, type: WidthType.DXA } })
}

export function reportDocx(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [paragraph('数据来源：市场监管局台账。')] } },
      numbering: {
        config: [
          {
            reference: NUMBERING,
            levels: [
              { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
              { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
              { level: 2, format: LevelFormat.DECIMAL, text: '%3.', alignment: AlignmentType.LEFT },
            ],
          },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [paragraph('塔城市质量强市工作领导小组办公室')] }) },
          footers: {
            default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })] }),
          },
          children: [
            new Paragraph({ text: '塔城市2020年第三季度质量状况分析报告', heading: HeadingLevel.TITLE }),
            numbered('总体情况', 0, HeadingLevel.HEADING_1),
            new Paragraph({
              children: [
                new TextRun('抽查120批次，'),
                new DeletedTextRun({ text: '合格116批次，', id: 1, ...REVISION }),
                new InsertedTextRun({ text: '合格117批次，', id: 2, ...REVISION }),
                new TextRun('合格率97.5%。'),
                new TextRun({ text: '隐藏字', vanish: true }),
                new FootnoteReferenceRun(1),
              ],
            }),
            numbered('工业产品', 1, HeadingLevel.HEADING_2),
            numbered('农产品', 1, HeadingLevel.HEADING_2),
            numbered('存在问题', 0, HeadingLevel.HEADING_1),
            numbered('质量意识不强', 2),
            numbered('检测能力不足', 2),
            new Paragraph({
              children: [
                new TextRun('详见'),
                new ExternalHyperlink({ link: 'http://example.invalid/', children: [new TextRun('门户网站')] }),
                new TextRun('。'),
              ],
            }),
            new Table({
              columnWidths: [2000, 2000, 2000, 2000],
              rows: [
                new TableRow({ tableHeader: true, children: [cell(['产品']), cell(['第三季度'], 2), cell(['备注'])] }),
                new TableRow({ children: [cell(['']), cell(['抽查批次']), cell(['合格率']), cell([''])] }),
                new TableRow({ children: [cell(['建材']), cell(['20']), cell(['95.0%', '（暂）']), cell(['无'])] }),
                new TableRow({ children: [cell(['合计']), cell(['共120批次'], 3)] }),
              ],
            }),
            paragraph('特此报告。'),
          ],
        },
      ],
    }),
  )
}
