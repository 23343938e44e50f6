/** Where the workers' program lies once this package is compiled. */
export const ownWorkerFile = new URL('./worker.js', import.meta.url)
