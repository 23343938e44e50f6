/**
 * The command line: which commands and options there are, and what an error means to the shell. Each command's work is loaded when it is called, so
 * that a short one starts quickly.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { defaultLimits, type Limits } from '../../extractors/formats/reading.ts'
import { defaultEngine, segmenterEngines } from '../../extractors/language/segmenter-engine.ts'
import { programVersion } from '../package.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import type { JsonFlag, TryFlags } from './lexicon-command.ts'
import { addLimit, limitsHelp } from './limits.ts'
import type { BatchFlags, RunFlags } from './run-command.ts'
import type { Streams } from './streams.ts'
import { systemErrorWords } from './system-errors.ts'
import { inChinese } from './usage.ts'

/** Runs one command. Never throws: what goes wrong is told on standard error, and in the exit code. */
export async function runProgram(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = createProgram(streams, (result) => {
    code = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return failure(error, streams)
  }
}

function failure(error: unknown, { err }: Streams): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const refusal = systemErrorWords(error)
  if (refusal !== null) {
    err(refusal)
    return exitCodes.failed
  }
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  err(message)
  if (error instanceof UsageError) {
    err('用法见：zhijian --help')
    return exitCodes.usage
  }
  if (name === 'Interrupted') return exitCodes.interrupted
  if (error instanceof Error && !EXPECTED.has(name)) err(error.stack ?? '')
  return exitCodes.failed
}

/** Errors whose message is all that the user needs. */
const EXPECTED: ReadonlySet<string> = new Set(['OutputRefusal', 'KnowledgeError', 'ContractError', 'GoldError', 'BrokenKit'])

type Done = (code: ExitCode) => void

function createProgram(streams: Streams, done: Done): Command {
  const program = inChinese(new Command('zhijian'))
    .description('质鉴：读取各县市报送的质量分析材料，提取指标值和成果，核对数据，评判分析质量，每一项都附原文依据')
    .usage('<命令> [选项]')
    .version(programVersion(), '-V, --version', '显示版本号')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .exitOverride()
    .showHelpAfterError('用法见：zhijian --help')
  for (const add of [addRun, addScore, addDecisions, addInspect, addCheck, addSchema, addEval, addLexicon]) add(program, streams, done)
  return program
}

function subcommand(program: Command, nameAndArguments: string, usage: string): Command {
  return inChinese(program.command(nameAndArguments))
    .usage(usage)
    .exitOverride()
    .showHelpAfterError(`用法见：zhijian ${nameAndArguments.split(' ')[0]} --help`)
}

function addRun(program: Command, streams: Streams, done: Done): void {
  const command = subcommand(program, 'run <文件夹>', '<文件夹> [选项]')
    .description('处理整个文件夹（含压缩包内的文件），把结果写入结果文件夹')
    .option('-o, --out <文件夹>', '结果文件夹，默认为“<文件夹>-结果”')
    .option('--only <范围>', '只处理一部分：县市和期间（乌苏市/2020-Q3、乌苏市、第三季度），或文件路径（可用 * 代表任意文字）')
    .option('--scheme <文件>', '考核方案（YAML），默认用自带的方案')
    .option('--decisions <文件>', '复核决定（YAML，可由 zhijian decisions 生成）')
    .option('--force', '结果文件夹已存在且不是本程序的结果时，仍使用这个名称（原文件夹改名保留）', false)
    .option('--date <日期>', '反馈意见函、反馈表和通报的成文日期，写作 2020-10-28；不写则用方案中的日期，方案也没有时留空', day)
    .option('--demo', '运行自带的演示材料：特意放入的无法读取的文件不算失败', false)
  withSources(withBatchOptions(command))
    .addHelpText('after', `\n${limitsHelp}\n\n退出码：0 全部处理；3 处理完毕，但有文件未能读取；1 运行失败；64 用法有误；130 被中断`)
    .action(async (folder: string, options: CommandOptions<RunFlags>) => {
      const { runCommand } = await import('./run-command.ts')
      done(await runCommand(folder, flags(options), streams))
    })
}

function addScore(program: Command, streams: Streams, done: Done): void {
  withCache(subcommand(program, 'score <结果文件夹>', '<结果文件夹> [选项]'))
    .description('只用结果文件重新计分：换方案、录入复核决定以后，不必重新读取材料')
    .option('--scheme <文件>', '考核方案（YAML），默认用自带的方案')
    .option('--decisions <文件>', '复核决定（YAML，可由 zhijian decisions 生成）')
    .option('--date <日期>', '反馈表和通报的成文日期，写作 2021-01-06；不写则留空', day)
    .option('--no-papers', '只计分，不重新制作反馈表、通报等文件')
    .addHelpText('after', '\n退出码：0 完成；2 方案或复核决定有误；64 用法有误')
    .action(async (folder: string, options: import('./score-command.ts').ScoreFlags) => {
      const { scoreCommand } = await import('./score-command.ts')
      done(await scoreCommand(folder, options, streams))
    })
}

function addDecisions(program: Command, streams: Streams, done: Done): void {
  subcommand(program, 'decisions <工作簿>', '<工作簿> [选项]')
    .description('把工作簿中“复核”各列填写的内容做成复核决定文件')
    .option('--scheme <文件>', '核对时所用的考核方案（YAML），默认用自带的方案')
    .option('-o, --out <文件>', '写到这个文件，默认为当前文件夹的“复核决定.yaml”')
    .option('--date <日期>', '没有填写复核日期的，用这个日期（2021-01-05），默认为当天')
    .addHelpText('after', '\n退出码：0 完成；2 工作簿有误；64 用法有误')
    .action(async (workbook: string, options: import('./decisions-command.ts').DecisionsFlags) => {
      const { decisionsCommand } = await import('./decisions-command.ts')
      done(await decisionsCommand(workbook, options, streams))
    })
}

function addInspect(program: Command, streams: Streams, done: Done): void {
  withLimits(subcommand(program, 'inspect <文件>', '<文件> [选项]'))
    .description('查看一个文件读出来是什么：文字、段落、表格和提示')
    .option('--json', '输出一个 JSON 对象', false)
    .addHelpText('after', `\n${limitsHelp}\n\n退出码：0 已读取；2 未能读取；64 用法有误`)
    .action(async (file: string, options: CommandOptions<import('./inspect-command.ts').InspectFlags>) => {
      const { inspectCommand } = await import('./inspect-command.ts')
      done(await inspectCommand(file, flags(options), streams))
    })
}

function addCheck(program: Command, streams: Streams, done: Done): void {
  withSources(withLimits(subcommand(program, 'check <文件>', '<文件> [选项]')))
    .description('报送前自查一份报告：读出了哪些指标值，数据对不对得上，分析是否合要求')
    .option('--json', '输出一个 JSON 对象', false)
    .option('--html <文件>', '另把结果写成网页')
    .option('--previous <文件>', '同一份报告的上一稿：逐项说明已改、部分改还是未改，并列出变动的数字')
    .addOption(new Option('--as <文种>', '按指定的文种评判，不看标题').choices(['analysis']))
    .addHelpText('after', `\n${limitsHelp}\n\n退出码：0 合格或无需评判；4 待复核或薄弱；2 未能读取；64 用法有误`)
    .action(async (file: string, options: CommandOptions<import('./check-command.ts').CheckFlags>) => {
      const { checkCommand } = await import('./check-command.ts')
      done(await checkCommand(file, flags(options), streams))
    })
}

function addSchema(program: Command, streams: Streams, done: Done): void {
  subcommand(program, 'schema [结果文件名]', '[结果文件名]')
    .description('输出结果文件的 JSON Schema')
    .action(async (name: string | undefined) => {
      const { schemaCommand } = await import('./schema-command.ts')
      done(schemaCommand(name, streams))
    })
}

function addEval(program: Command, streams: Streams, done: Done): void {
  const command = subcommand(program, 'eval <文件夹>', '<文件夹> [选项]')
    .description('处理文件夹，并与其中的标准答案 gold.json 逐项对照')
    .option('--min <文件>', '最低要求（JSON）：任何一项低于它，退出码为 1')
    .option('--json', '输出一个 JSON 对象', false)
  withSources(withBatchOptions(command))
    .addHelpText('after', `\n${limitsHelp}\n\n退出码：0 完成；1 有一项低于 --min 的要求；64 用法有误`)
    .action(async (folder: string, options: CommandOptions<BatchFlags & { readonly min?: string; readonly json: boolean }>) => {
      const { evalCommand } = await import('./eval-command.ts')
      done(await evalCommand(folder, flags(options), streams))
    })
}

function addLexicon(program: Command, streams: Streams, done: Done): void {
  const command = subcommand(program, 'lexicon [词]', '[标识、名称或任何一个词] | test | try <一句话>')
    .description('词库：不带词时列出各项，带词时解释这一项；test 运行全部例句，try 试读一句话')
    .option('--json', '输出一个 JSON 值', false)
    .addHelpText('after', '\n退出码：0 完成；1 词库里没有这个词，或有例句未通过；64 用法有误')
    .action(async (word: string | undefined, options: JsonFlag) => {
      const { lexiconCommand } = await import('./lexicon-command.ts')
      done(lexiconCommand(word, options, streams))
    })
  const json = ({ json: given }: JsonFlag): JsonFlag => ({ json: given || command.opts<JsonFlag>().json })
  subcommand(command, 'test', '[选项]')
    .showHelpAfterError('用法见：zhijian lexicon test --help')
    .description('运行全部例句，找出没有读出过的项和两项共用的名称')
    .option('--json', '输出一个 JSON 对象', false)
    .action(async (options: JsonFlag) => {
      const { lexiconTestCommand } = await import('./lexicon-command.ts')
      done(await lexiconTestCommand(json(options), streams))
    })
  subcommand(command, 'try <一句话>', '<一句话> [选项]')
    .showHelpAfterError('用法见：zhijian lexicon try --help')
    .description('试读一句话：读出的指标值、成果、事实，其余数字各当作什么')
    .option('--county <县市>', '当作哪个县市的报告')
    .option('--period <期间>', '当作哪一期的报告，如 2020-Q3')
    .option('--json', '输出一个 JSON 对象', false)
    .action(async (sentence: string, options: TryFlags) => {
      const { lexiconTryCommand } = await import('./lexicon-command.ts')
      done(lexiconTryCommand(sentence, { ...options, ...json(options) }, streams))
    })
}

/** What commander gives: the limits under the name of the option. */
type CommandOptions<Flags> = Omit<Flags, 'limits'> & { readonly limit?: Limits }

const flags = <Options extends { readonly limit?: Limits }>({ limit, ...rest }: Options) => ({ ...rest, limits: limit ?? defaultLimits })

function withBatchOptions(command: Command): Command {
  return withCache(withLimits(command))
    .option('-j, --jobs <个数>', '同时处理的文件数，默认为处理器核数，最多 8', jobs)
    .addOption(
      new Option('--segmenter <引擎>', '分词引擎：jieba-rs，或另行安装的 nodejieba').choices([...segmenterEngines]).default(defaultEngine),
    )
}

const withCache = (command: Command): Command =>
  command
    .option('--cache <文件夹>', '把处理结果留存在这个文件夹，供下次沿用（默认在用户缓存文件夹）')
    .option('--no-cache', '不留存、也不沿用以往的处理结果')

function withSources(command: Command): Command {
  return command
    .option('--superior <文件夹>', '上级文件，只用来比对雷同，不算报送材料')
    .option('--history <文件夹>', '往期报送的材料，只用来比对雷同，不算报送材料')
}

function withLimits(command: Command): Command {
  return command.option('--limit <名称=数值>', '调整处理上限，可重复；各项名称见下', (written, before: Limits | undefined) =>
    addLimit(written, before ?? defaultLimits),
  )
}

function day(written: string): string {
  const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(written) ? new Date(`${written}T00:00:00Z`) : null
  if (date === null || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written)
    throw new InvalidArgumentError('应为日期，写作 2020-10-28')
  return written
}

function jobs(written: string): number {
  const count = Number(written)
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new InvalidArgumentError('应为 1 到 64 的整数')
  return count
}
