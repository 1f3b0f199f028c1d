// A short script, as most are: reads its options, parses a little text, formats a report, and is done in some milliseconds.
//
// Everything in it runs once or some dozen times.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const TASKS = Math.max(5, Math.round(60 * SCALE));

const CONFIG = `
# settings of the report
title = Open tasks
width = 48
order = due, name
hide  = done, later
`;

function parseConfig(text) {
  const config = {};
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [key, value] = line.split('=').map((part) => part.trim());
    config[key] = value.includes(',') ? value.split(/,\s*/) : /^\d+$/.test(value) ? Number(value) : value;
  }
  return config;
}

class Task {
  static parse(line) {
    const { name, state, day, month } = /^(?<name>[^;]+); (?<state>\w+); (?<day>\d+)\.(?<month>\d+)\.$/.exec(line).groups;
    return new Task(name, state, new Date(Date.UTC(2025, month - 1, day)));
  }

  constructor(name, state, due) {
    Object.assign(this, { name, state, due });
  }

  toString() {
    return `${this.name.padEnd(20)} ${this.due.toISOString().slice(0, 10)} ${this.state}`;
  }
}

function* wrap(words, width) {
  let line = '';
  for (const word of words) {
    if (line.length + word.length >= width) {
      yield line;
      line = '';
    }
    line += (line === '' ? '' : ' ') + word;
  }
  yield line;
}

const config = parseConfig(CONFIG);
if (config.width !== 48 || config.order.join() !== 'due,name') throw new Error('the settings were misread');
const lines = Array.from({ length: TASKS }, (_, i) => `task ${(i * 7) % TASKS}; ${['open', 'done', 'later', 'late'][i % 4]}; ${1 + ((i * 11) % 28)}.${1 + (i % 12)}.`);
const tasks = lines.map(Task.parse).filter(({ state }) => !config.hide.includes(state));
tasks.sort((a, b) => a.due - b.due || a.name.localeCompare(b.name));
const report = tasks.map(String);
const counts = Object.groupBy?.(tasks, ({ state }) => state) ?? tasks.reduce((groups, task) => ((groups[task.state] ??= []).push(task), groups), {});
if (tasks.some(({ due }, i) => i > 0 && due < tasks[i - 1].due)) throw new Error('the report is out of order');
const words = report.join(' ').split(/\s+/);
const wrapped = [...wrap(words, config.width)];
if (wrapped.join(' ') !== words.join(' ')) throw new Error('a word was lost');
console.log(`cold-start: ${config.title}, ${tasks.length} of ${TASKS} (${Object.keys(counts).join(', ')}), ${wrapped.length} lines, first ${report[0].trim()}`);
