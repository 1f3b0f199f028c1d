// Writes the `.expected` file (exact stdout) of every program in this folder, by running it natively.
//
//   node tests/programs/update-expected.mjs [FILES...]           write the expectations (all programs without FILES)
//   node tests/programs/update-expected.mjs --check [FILES...]   write nothing; fail when an expectation is out of date
//
// Every program runs in a fresh Node process as a plain script (vm.runInThisContext): top-level `this` is globalThis, and
// top-level `var` and `function` become global properties, as in the guest. A program must end normally and keep quiet on
// nothing: an uncaught exception, an empty output, or more than SLOW_MS of compute is reported.
// The expectations hold for Node 20, and the tool refuses to run under another major version.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync, writeSync, existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(SELF);
const SLOW_MS = 50;
const TIMEOUT_MS = 20_000;
const NODE_MAJOR = "20";

const args = process.argv.slice(2);
if (args[0] === "--child") runChild(args[1]);
else process.exitCode = await main(args);

/** Runs one program in this process; the processor time it took, in milliseconds, goes to file descriptor 3. */
function runChild(file) {
  const source = readFileSync(file, "utf8");
  const start = process.cpuUsage();
  runInThisContext(source, { filename: file });
  const used = process.cpuUsage(start);
  writeSync(3, String((used.user + used.system) / 1000));
}

async function main(args) {
  if (process.versions.node.split(".")[0] !== NODE_MAJOR) {
    console.error(`expectations are made with Node ${NODE_MAJOR}, this is ${process.version}`);
    return 2;
  }
  const check = args.includes("--check");
  const named = args.filter((arg) => !arg.startsWith("--"));
  const unknown = args.filter((arg) => arg.startsWith("--") && arg !== "--check");
  if (unknown.length > 0) {
    console.error(`unknown option ${unknown[0]}`);
    return 2;
  }
  const files = named.length > 0 ? named.map((name) => resolve(name)) : allPrograms();

  const problems = [];
  let written = 0;
  const queue = files.slice();
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const name = relative(ROOT, file);
      const expectedFile = file.replace(/\.js$/, ".expected");
      let result = await runProgram(file);
      for (let again = 0; again < 2 && result.code === 0 && result.ms > SLOW_MS; again++) result = await runProgram(file);
      if (result.code !== 0) {
        problems.push(`${name}: ended with ${result.code}\n${result.stderr}`);
        continue;
      }
      if (result.stdout === "") problems.push(`${name}: prints nothing`);
      if (result.ms > SLOW_MS) problems.push(`${name}: slow, ${result.ms.toFixed(1)} ms`);
      const before = existsSync(expectedFile) ? readFileSync(expectedFile, "utf8") : undefined;
      if (before === result.stdout) continue;
      if (check) {
        problems.push(`${name}: expectation is ${before === undefined ? "missing" : "out of date"}`);
      } else {
        writeFileSync(expectedFile, result.stdout);
        written++;
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  for (const problem of problems.sort()) console.error(problem);
  const did = check ? "checked" : `${written} written, ${files.length - written} unchanged`;
  console.log(`${files.length} programs, ${did}, ${problems.length} problems`);
  return problems.length > 0 ? 1 : 0;
}

function allPrograms() {
  return readdirSync(ROOT, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => join(ROOT, name));
}

function runProgram(file) {
  return new Promise((done) => {
    // NODE_OPTIONS and colour settings of the caller must not leak into the expectation.
    const env = { PATH: process.env.PATH, TZ: "UTC", NO_COLOR: "1" };
    const stdio = ["ignore", "pipe", "pipe", "pipe"];
    const child = spawn(process.execPath, [SELF, "--child", file], { env, stdio, timeout: TIMEOUT_MS });
    const text = ["", "", "", ""];
    for (const fd of [1, 2, 3]) child.stdio[fd].setEncoding("utf8").on("data", (part) => (text[fd] += part));
    child.on("close", (code, signal) => done({ code: code ?? signal, stdout: text[1], stderr: text[2], ms: Number(text[3]) }));
  });
}
