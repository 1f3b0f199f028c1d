// Units of library functions that the build has made, by the names of the functions (library-units.ts says in what form). The build puts them in
// (build.config.mjs); in the sources there are none, and library functions are compiled as they get hot.

export const precompiledUnits: Readonly<Record<string, PrecompiledUnit>> = {};

export interface PrecompiledUnit {
  /** Of the function that all call sites share; null: there is none. */
  readonly shared: string | null;
  /** Of one that a call site has for itself; 'shared': the same. */
  readonly own: string | 'shared' | null;
}
