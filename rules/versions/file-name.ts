/** A file's own name: without its folders, the archive that it is in, and the prefix of what is only compared against (`history:`). */
export const fileName = (file: string): string => file.split(/[/\\]|!\/|^(?:superior|history):/u).at(-1) ?? file
