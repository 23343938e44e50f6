/** Which segmenters can be asked for; kept apart from segmenter.ts, so that asking does not load one. */
export const segmenterEngines = ['jieba-rs', 'nodejieba'] as const

export type SegmenterEngine = (typeof segmenterEngines)[number]

export const defaultEngine: SegmenterEngine = 'jieba-rs'
