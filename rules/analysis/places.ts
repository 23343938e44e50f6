/** Places that a text names by what they are: 老沙湾镇, 郊区乡, 安居小区; 乡镇 and 城镇 name none. */
import { matchesOf } from '../../extractors/language/match-at.ts'

const END = '(?:(?<![乡城村集])镇|(?<![各部下镇村])乡(?![镇村亲土])|(?<![各部镇])街道|牧场|农场|小区|园区|社区|夜市|早市|集贸市场)'
const ANY = new RegExp(`\\p{Script=Han}{2}${END}`, 'u')
const EACH = new RegExp(`\\p{Script=Han}{2,6}${END}`, 'gu')

/** What leads up to a place's name and is none of it: 出自哈图布呼镇. */
const BEFORE = /^.*[在自及与由对为向到]/u

export const namesPlace = (text: string): boolean => ANY.test(text)

export const placesIn = (text: string): string[] =>
  namesPlace(text)
    ? matchesOf(EACH, text)
        .map(([place]) => place.replace(BEFORE, ''))
        .filter((place) => place.length > 2)
    : []
