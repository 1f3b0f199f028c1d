/** The version of this package. */
export const version: string = __ANNEAL_VERSION__;
