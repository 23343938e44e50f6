/** SheetJS's code pages, which come without types: for .xls of Excel 95 and before, whose text is not Unicode. */
declare module 'xlsx/dist/cpexcel.full.mjs' {
  const codePages: object
  export default codePages
  export const cptable: object
}
