/** How those who hold honours, and the honours themselves, are counted: 5家, 3枚, 1条. */

export const NUMERAL = '[0-9一二三四五六七八九十两几多]{1,4}'
export const CLASSIFIER = '[个家项件枚处座名款种张条]'

/** 中国驰名商标‹2件› */
export const COUNTED = new RegExp(`^${NUMERAL}${CLASSIFIER}`, 'u')
