/** The text of a file, embedded by the bundler: how the self-hosted library gets into the package. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** The package's version, put in by the bundler and by the test runner. */
declare const __ANNEAL_VERSION__: string;
