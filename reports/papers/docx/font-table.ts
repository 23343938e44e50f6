/**
 * The faces of the standard with what stands for them where they are not installed (仿宋_GB2312 came with older systems, 方正小标宋 is bought): a reader takes the
 * other name, and knows from character set and pitch what is like it.
 */
const FACES = [
  { name: '仿宋_GB2312', other: '仿宋', family: 'modern', pitch: 'fixed' },
  { name: '楷体_GB2312', other: '楷体', family: 'modern', pitch: 'fixed' },
  { name: '方正小标宋简体', other: '宋体', family: 'auto', pitch: 'variable' },
  { name: '黑体', other: 'SimHei', family: 'modern', pitch: 'fixed' },
  { name: '宋体', other: 'SimSun', family: 'auto', pitch: 'variable' },
] as const

/** GB 2312 in the numbers of Windows. */
const CHINESE = 86

export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FACES.map(
  ({ name, other, family, pitch }) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="${CHINESE}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
).join('')}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
