export const bundleNames: readonly string[];
export function bundle(name: string): Promise<string>;
