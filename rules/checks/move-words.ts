/** A change in words: 下降1.2个百分点, 上升3件, 持平. `figure`: in digits, less than nought where it fell. */
export const moveWords = (figure: string, unit: string): string =>
  Number(figure) === 0 ? '持平' : `${figure.startsWith('-') ? '下降' : '上升'}${figure.replace('-', '')}${unit}`
