/** What the overview of a year is called. */
export const overviewName = (year: number): string => `总览-${year}.docx`
