export declare function geometricMean(list: readonly number[]): number;
export declare function median(list: readonly number[]): number;
export declare function spread(list: readonly number[]): number;
export declare function difference(list: readonly number[], other: readonly number[]): -1 | 0 | 1 | undefined;
