// The functions of the library as bytecode files in base64, by name. The build puts them in (build.config.mjs); in the sources
// there are none, and the library is compiled from its text.

export const precompiledLibrary: Readonly<Record<string, string>> = {};
