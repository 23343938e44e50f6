/** commander's own words in Chinese: help headings and the sentences about wrong usage. */
import type { Command, Option, OutputConfiguration } from 'commander'
import { width } from '../terminal.ts'

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Each of commander's sentences, by what it begins with; the quoted words are taken over. */
const SENTENCES: readonly (readonly [RegExp, (...words: string[]) => string])[] = [
  [/^error: unknown option '([^']*)'/u, (option) => `没有选项“${option}”`],
  [/^error: unknown command '([^']*)'/u, (command) => `没有命令“${command}”`],
  [/^error: missing required argument '([^']*)'/u, (argument) => `缺少参数 <${argument}>`],
  [/^error: option '([^']*)' argument missing/u, (option) => `选项“${option}”后面缺少内容`],
  [/^error: too many arguments/u, () => '参数过多；文件夹名或文件名中有空格时，请加引号'],
  [/^error: option '([^']*)' cannot be used with option '([^']*)'/u, (one, other) => `选项“${one}”与“${other}”不能同时使用`],
  [
    /^error: option '([^']*)' argument '([^']*)' is invalid\.(.*)/u,
    (option, given, why) => `选项“${option}”的内容“${given}”不对：${why.trim().replace(/^Allowed choices are (.*)\.$/u, '可选 $1')}`,
  ],
  [/^error: (.*)/u, (message) => message],
]

const chineseOutput: OutputConfiguration = {
  outputError: (message, write) => write(`${translate(message)}\n`),
}

export function inChinese(command: Command): Command {
  return command
    .configureOutput(chineseOutput)
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      styleTitle: (title) => HEADINGS[title] ?? title,
      displayWidth: width,
      optionDescription: described,
    })
    .helpOption('-h, --help', '显示帮助')
}

function described({ description, argChoices, defaultValue }: Option): string {
  const remarks = [
    ...(argChoices ? [`可选 ${argChoices.join('、')}`] : []),
    ...(typeof defaultValue === 'string' ? [`默认 ${defaultValue}`] : []),
  ]
  return remarks.length === 0 ? description : `${description}（${remarks.join('；')}）`
}

function translate(message: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const words = pattern.exec(message)
    if (words === null) continue
    const nearest = /\(Did you mean (?:one of )?([^?]*)\?\)/u.exec(message)?.[1]
    return `${sentence(...words.slice(1))}${nearest === undefined ? '' : `；是不是 ${nearest.replaceAll(', ', ' 或 ')}？`}`
  }
  return message.trim()
}
