// The command `anneal`: what its arguments mean. Each command is in a file of its own, loaded when it is run.

import { Command, CommanderError, Option } from 'commander';
import { ExitCode, ProgramFailure, UsageError } from './exit-codes.ts';
import { fuelOption, moduleOptions, natural, positive, realmOption, seedOption } from './options.ts';
import { STDERR, STDOUT, writeAll } from './output.ts';

/** Set by the command that ran. */
let exitCode: number = ExitCode.ok;

/** What there is, by name; each adds itself to the command line. */
const commands: Readonly<Record<string, (anneal: Command) => void>> = {
  run(anneal) {
    command(anneal, 'run <file> [args...]', 'run a program: a script, an ES module (.mjs), CommonJS (.cjs), TypeScript, or bytecode; - is standard input')
      .addOption(new Option('--jit', 'compile what gets hot (the default)'))
      .addOption(new Option('--no-jit', 'interpret only'))
      .option('--jit-eager', 'compile every function at its first call and every loop at its first iteration')
      .addOption(fuelOption())
      .addOption(seedOption())
      .option('--tz <zone>', 'time zone of local time, for instance Europe/Vienna (default: UTC)')
      .option('--stats', 'print fuel, time and what the JIT did to standard error at the end')
      .addOption(new Option('--trace-jit [file]', 'write a line for everything that the JIT does to standard error or a file'))
      .addOption(new Option('--stress-deopt <n>', 'leave compiled code at every n-th guard: results must not change').argParser(positive))
      .addOption(new Option('--stress-suspend <n>', 'take the stack apart and go on every n units of fuel: results must not change').argParser(positive))
      .addOption(new Option('--stress-again <n>', 'let instructions go again at every n-th place where they may have to: results must not change').argParser(positive))
      .option('--tuning <json>', 'knobs of the JIT that differ from their defaults, for instance \'{"optimisations.inline": false}\' (see docs/tiering.md)')
      .addOption(realmOption())
      .addOption(new Option('--report-fd <n>').argParser(natural).hideHelp())
      .addHelpText(
        'after',
        '\nThe program finds its arguments in the global array scriptArgs; options for it come after --.\n' +
          examples('anneal run fib.js', 'anneal run greet.js Ada -- --loud', 'anneal run --fuel 1e6 --stats fib.js', 'anneal run --tz Europe/Vienna calendar.js', 'anneal run --trace-jit=log.txt fib.js', 'anneal run app.mjs', 'anneal run --cjs --root . tools/build.js', "echo 'console.log(6 * 7)' | anneal run -"),
      )
      .action(async (file: string, args: string[], options) => {
        const { run } = await import('./run.ts');
        exitCode = await run(file, args, options);
      });
  },
  compile(anneal) {
    command(anneal, 'compile <file>', 'compile a JavaScript file to a bytecode file')
      .requiredOption('-o, --output <file>', 'the bytecode file to write')
      .option('--no-source', 'leave the source text out: smaller, but reports show no code')
      .addHelpText('after', '\n' + examples('anneal compile fib.js -o fib.anb && anneal run fib.anb'))
      .action(async (file: string, options) => {
        const { compile } = await import('./compile.ts');
        exitCode = await compile(file, options);
      });
  },
  disasm(anneal) {
    command(anneal, 'disasm <file>', 'print the bytecode of a JavaScript or bytecode file as assembler text')
      .addHelpText('after', '\n' + examples('anneal disasm fib.js', 'anneal disasm fib.anb'))
      .action(async (file: string, options) => {
        const { disassemble } = await import('./compile.ts');
        exitCode = await disassemble(file, options);
      });
  },
  bench(anneal) {
    command(anneal, 'bench <files...>', 'time programs interpreted, with the JIT, and natively in Node')
      .addOption(new Option('--runs <n>', 'runs of each program in each engine').argParser(positive).default(5))
      .option('--json', 'print everything that was measured as JSON')
      .option('--no-native', 'leave native Node out')
      .addHelpText(
        'after',
        '\nEvery run is a process of its own. Times are taken inside it, from the text of the program to its end, so that the\nstart of Node and of the VM is not in them; --json has the time of the whole process as well.\n' +
          examples('anneal bench fib.js', 'anneal bench --runs 11 a.js b.js', 'anneal bench --json fib.js > times.json'),
      )
      .action(async (files: string[], options) => {
        const { bench } = await import('./bench.ts');
        exitCode = await bench(files, options);
      });
  },
  dump(anneal) {
    command(anneal, 'dump <file>', 'show what was compiled: bytecode with profile, control-flow graphs, generated JavaScript')
      .option('--function <name>', 'only functions of this name; <script> is the top level')
      .addOption(new Option('--stage <stage>', 'what to show').choices(['bytecode', 'cfg', 'js', 'all']).default('all'))
      .option('--eager', 'do not run the program; compile everything as it is, without a profile')
      .option('--dot', 'print control-flow graphs in the language of Graphviz')
      .addOption(fuelOption())
      .addOption(seedOption())
      .addOption(realmOption())
      .addHelpText(
        'after',
        '\nWithout --eager the program runs first, its output dropped, and what got hot is shown.\n' +
          examples('anneal dump fib.js', 'anneal dump --function fib --stage js fib.js', 'anneal dump --function fib --stage cfg --dot fib.js | dot -Tsvg > fib.svg'),
      )
      .action(async (file: string, options) => {
        const { dump } = await import('./dump.ts');
        exitCode = await dump(file, options);
      });
  },
};

/** The whole command line, or what is needed of it for one command: to describe all takes some milliseconds. */
function program(only: string | undefined): Command {
  const anneal = new Command('anneal')
    .description('A process virtual machine for JavaScript: metered, stoppable anywhere, and compiled to fast code as it gets hot.')
    .version(__ANNEAL_VERSION__, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({ writeOut: (text) => writeAll(STDOUT, text), writeErr: (text) => writeAll(STDERR, text) })
    .configureHelp({ showGlobalOptions: false, optionTerm: (option) => option.flags.replace('--trace-jit [file]', '--trace-jit[=file]') })
    .showHelpAfterError('(anneal --help shows what there is)')
    .addHelpText('after', examples('anneal run program.js', 'anneal run --stats program.js', 'anneal bench program.js', 'anneal dump --stage js program.js'));

  for (const name of only === undefined ? Object.keys(commands) : [only]) commands[name](anneal);
  return anneal;
}

function command(parent: Command, nameAndArguments: string, description: string): Command {
  const name = nameAndArguments.split(' ', 1)[0];
  const made = parent
    .command(nameAndArguments)
    .description(description)
    .showHelpAfterError(`(anneal ${name} --help shows how it is used${name === 'run' ? '; options for the program come after --' : ''})`);
  for (const option of moduleOptions()) made.addOption(option);
  return made;
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}

/**
 * Commander would take the argument after a bare `--trace-jit` as its value, which is the program more often than not: the
 * value is what follows the equals sign, and nothing else.
 */
function separateValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, i) => (argument === '--trace-jit' && (end < 0 || i < end) ? '--trace-jit=' : argument));
}

async function main(argv: readonly string[]): Promise<number> {
  const anneal = program(Object.hasOwn(commands, argv[0] ?? '') ? argv[0] : undefined);
  if (argv.length === 0) {
    anneal.outputHelp({ error: true });
    return ExitCode.misuse;
  }
  const first = argv[0];
  if (!first.startsWith('-') && /[./]/.test(first)) {
    throw new UsageError(`'${first}' is not a command. To run it: anneal run ${argv.join(' ')}`);
  }
  try {
    await anneal.parseAsync(separateValues(argv), { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its message; help and version come here as well.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.misuse;
    throw error;
  }
}

function fail(error: unknown): number {
  if (error instanceof UsageError || error instanceof ProgramFailure) {
    writeAll(STDERR, `anneal: ${error.message}\n`);
    return error instanceof UsageError ? ExitCode.misuse : ExitCode.guestError;
  }
  const text = (e: unknown): string => (e instanceof Error ? (e.stack ?? e.message) : String(e));
  const cause = error instanceof Error && error.cause !== undefined ? `\nbecause of ${text(error.cause)}` : '';
  writeAll(STDERR, `anneal: a fault of Anneal itself, please report it\n${text(error)}${cause}\n`);
  return ExitCode.fault;
}

void main(process.argv.slice(2))
  .catch(fail)
  .then((code) => {
    process.exitCode = code;
  });
