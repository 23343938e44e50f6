/**
 * report.html: the whole result as one page that opens from disk. It loads nothing, sends nothing, and runs only the script whose hash it names.
 *
 * The script is the bundle of `client/`, which the build makes and the pipeline hands over.
 */
import { createHash } from 'node:crypto'
import type { RunResult } from '../contract/records.ts'
import type { DecidedSubmission } from '../coverage.ts'
import type { OverviewFacts } from '../papers/overview/facts.ts'
import { type PayloadContext, packed, pageData } from './payload.ts'
import { style } from './style.ts'

export const pageName = 'report.html'

export interface PageContext extends PayloadContext {
  /** The bundled client, as text. */
  readonly clientScript: string
  /** What the scores come to; null or left out where nothing was scored. */
  readonly overview?: OverviewFacts | null
  /** Submissions that stand otherwise by decisions. */
  readonly submissions?: readonly DecidedSubmission[]
}

export async function page(result: RunResult, context: PageContext): Promise<string> {
  const script = inline(context.clientScript)
  const { scores } = result
  const [data, scoring, ...texts] = await Promise.all([
    packed(pageData(result, context)),
    scores === undefined ? null : packed({ scores, overview: context.overview ?? null, submissions: context.submissions ?? [] }),
    ...result.texts.map(({ file: _file, ...text }) => packed(text)),
  ])
  const positions = new Map(result.documents.map(({ file }, index) => [file, index]))
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${escaped(context.inputName)} · 质量分析报送审读</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="app"><p class="starting">正在打开……如长时间停留在此，请改用较新的浏览器（Edge、Chrome、360 极速模式等）打开本文件。</p></div>',
    '<noscript>本页需要启用 JavaScript 才能显示。</noscript>',
    packedElement('data', data),
    ...(scoring === null ? [] : [packedElement('scoring', scoring)]),
    ...result.texts.map(({ file }, index) => packedElement(`text-${positions.get(file) ?? -1}`, texts[index] ?? '')),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const packedElement = (id: string, content: string): string => `<script type="application/octet-stream" id="${id}">${content}</script>`

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)

/** A script element ends at the first closing tag, even within a string; line ends are made one, as the browser does before it takes the hash. */
function inline(script: string): string {
  if (/<\/script|<!--/iu.test(script)) throw new Error('the client script holds a text that would end its script element')
  return script.replace(/\r\n?/gu, '\n')
}
