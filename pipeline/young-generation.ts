/**
 * How much memory a thread may fill before V8 looks what of it is still in use. Almost nothing of a document outlives it, and what is looked at seldom is copied seldom: with V8's own
 * 48 MiB a tenth of a thread's time went into it. Twice as much is what two threads can have within the memory that a run may take.
 */
export const youngGeneration = { maxYoungGenerationSizeMb: 96 }
