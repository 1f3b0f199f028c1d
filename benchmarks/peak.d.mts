export declare function halfPeak(ends: readonly number[]): number;
