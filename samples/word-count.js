// Word frequencies in a generated text, counted in an object used as a dictionary and in a Map.
//
// Shows: splitting text, string keys made at run time, dictionary-mode objects, Map, sorting with a comparator.
// Both counts must agree, and must add up to the number of words.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const WORDS = 60_000;
const VOCABULARY = 3_000;
const ROUNDS = 2 * SCALE;

const SYLLABLES = ['ka', 'lo', 'mi', 'ran', 'te', 'su', 'bel', 'o', 'var', 'ni', 'shu', 'da', 'prem', 'ti', 'gol'];
const MARKS = [' ', ' ', ' ', ' ', ' ', ' ', ', ', ', ', '. ', '; ', ' - ', '.\n'];

class Random {
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = (Math.imul(this.state, 1103515245) + 12345) >>> 0;
    return this.state / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

function makeVocabulary(random) {
  const words = new Set(['constructor', 'prototype', 'length', 'hasownproperty', 'the', 'a']);
  while (words.size < VOCABULARY) {
    let word = '';
    for (let n = 1 + random.below(4); n > 0; n--) word += random.pick(SYLLABLES);
    words.add(word);
  }
  return [...words];
}

const capitalize = (word) => word[0].toUpperCase() + word.slice(1);

/** A text in which few words are frequent and most are rare. */
function makeText(random, vocabulary) {
  const parts = [];
  let sentenceStart = true;
  for (let i = 0; i < WORDS; i++) {
    const skewed = random.next() * random.next() * random.next();
    const word = vocabulary[Math.floor(skewed * vocabulary.length)];
    const mark = random.pick(MARKS);
    parts.push(sentenceStart ? capitalize(word) : word, mark);
    sentenceStart = mark.startsWith('.');
  }
  return parts.join('');
}

/** Words by scanning the characters one by one. */
function scanWords(text) {
  const words = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (isLetter) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      words.push(text.slice(start, i).toLowerCase());
      start = -1;
    }
  }
  return words;
}

/** Words by splitting at everything that is not a letter. */
const splitWords = (text) => text.toLowerCase().split(/[^a-z]+/).filter((word) => word !== '');

function countInObject(words) {
  const counts = Object.create(null);
  for (const word of words) {
    if (word in counts) counts[word]++;
    else counts[word] = 1;
  }
  return counts;
}

function countInMap(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function indexByInitial(counts) {
  const index = {};
  for (const [word, count] of counts) {
    const initial = word[0];
    index[initial] ??= { words: 0, count: 0, longest: '' };
    const entry = index[initial];
    entry.words++;
    entry.count += count;
    if (word.length > entry.longest.length) entry.longest = word;
  }
  return index;
}

const byCountThenWord = ([wordA, countA], [wordB, countB]) => countB - countA || (wordA < wordB ? -1 : 1);

function assert(condition, message) {
  if (!condition) throw new Error(message);
}

const random = new Random(42);
const vocabulary = makeVocabulary(random);
for (let round = 1; round <= ROUNDS; round++) {
  const text = makeText(random, vocabulary);
  const scanned = scanWords(text);
  const split = splitWords(text);
  assert(scanned.length === WORDS && split.length === WORDS, 'words were lost');

  const object = countInObject(scanned);
  const map = countInMap(split);
  assert(Object.keys(object).length === map.size, 'different words');
  let total = 0;
  for (const word in object) {
    assert(object[word] === map.get(word), `different counts of ${word}`);
    total += object[word];
  }
  assert(total === WORDS, 'the counts do not add up');

  console.log(`text ${round}: ${text.length} characters, ${WORDS} words, ${map.size} different`);
  const ranking = [...map].sort(byCountThenWord);
  for (const [word, count] of ranking.slice(0, 8)) console.log(`  ${word.padEnd(16)}${String(count).padStart(6)}`);
  const once = ranking.filter(([, count]) => count === 1);
  console.log(`  ${once.length} words occur once, the first is ${once[0]?.[0] ?? 'none'}`);
  for (const [initial, { words, count, longest }] of Object.entries(indexByInitial(map)).sort().slice(0, 4)) {
    console.log(`  ${initial}: ${words} words, ${count} times, longest ${longest}`);
  }
}
