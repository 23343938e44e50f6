/** What the words of all papers (corpus/papers/*.yaml) have in common: sentences with places in braces, which code fills. */
import { z } from 'zod'

/** A sentence in which only the named places stand in braces. */
export const wordsWith = (places: readonly string[]) =>
  z
    .string('应为文字')
    .min(1)
    .superRefine((text, context) => {
      for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/gu))
        if (!places.includes(name)) context.addIssue({ code: 'custom', message: `没有可以填写的“{${name}}”` })
    })

/** The sentence with its places filled. A place for which nothing is given stays empty. */
export const filled = (sentence: string, given: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{([^}]*)\}/gu, (_, name: string) => String(given[name] ?? ''))
