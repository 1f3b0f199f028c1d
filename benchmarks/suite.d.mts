export interface SuiteProgram {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
}
export declare const suite: readonly SuiteProgram[];
export declare const isCold: (program: SuiteProgram) => boolean;
