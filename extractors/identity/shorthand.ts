/**
 * Files and folders, and now and then a title, are named in a hurry: 2020Q3, 20年三季度, 2020三季度, 2020上半年, 2020.09, 2020总结. Written out as in a text.
 * A whole date (20201012, 2020-10-12) tells when something was sent and is dropped.
 */
export function writtenOut(name: string): string {
  return name
    .replace(/(?<![0-9])(?:19|20)[0-9]{2}([-._]?)[01][0-9]\1[0-3][0-9](?![0-9])/gu, ' ')
    .replace(
      /(?<![0-9])((?:19|20)[0-9]{2})[-._ ]?(?=[Qq第][1-4一二三四]|[Hh][12](?![0-9])|[一二三四1-4]季度|前[一二三四]|[上下]?半年|全年)/gu,
      '$1年',
    )
    .replace(/(?<![0-9])((?:19|20)[0-9]{2})[-._]?(0[1-9]|1[0-2])(?![0-9年月])/gu, '$1年$2月')
    .replace(BARE_YEAR, '$1年')
    .replace(/(?<![0-9])([12][0-9])年(?=第?[一二三四1-4]季度|[上下]?半年|年?度|前|全年|[0-9]{1,2}月)/gu, '20$1年')
    .replace(/(?<![A-Za-z])[Qq]([1-4])(?![0-9A-Za-z])/gu, '第$1季度')
    .replace(/(?<![A-Za-z])[Hh]([12])(?![0-9A-Za-z])/gu, (_, half) => (half === '1' ? '上半年' : '下半年'))
}

/** 2020总结, 塔城市2020质量分析, 质量分析（2020）; not a standard's number (GB2760-2014), nor a document's (〔2020〕5号). */
const BARE_YEAR = /(?<=^|[\p{sc=Han}（(_ ])((?:19|20)[0-9]{2})(?=$|\.[a-z]|[）)](?!第?[0-9])|[_ ]|(?![年份号家个批次件项])\p{sc=Han})/gu
