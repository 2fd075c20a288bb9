/** Compresses every text file of 1 kB or more under this folder. */
export function precompress(directory: string): Promise<void>
