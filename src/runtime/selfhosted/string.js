// The algorithms of String (ECMA-262 22.1) that call the guest: conversions in a special order, patterns with methods under
// symbols, replacer functions.

// 22.1.1.1 String ( value ) of an object; `newTarget` undefined in a call.
function StringConstructor_general(value, newTarget) {
  const s = ToString(value);
  return newTarget === undefined ? s : StringCreate(s, newTarget);
}

// 22.1.2.1 String.fromCharCode ( ...codeUnits )
function StringStatic_fromCharCode(...codeUnits) {
  let result = '';
  for (let i = 0; i < codeUnits.length; i++) result += CharacterOf(+codeUnits[i]);
  return result;
}

// 22.1.2.2 String.fromCodePoint ( ...codePoints )
function StringStatic_fromCodePoint(...codePoints) {
  let result = '';
  for (let i = 0; i < codePoints.length; i++) result += CodePointText(+codePoints[i]);
  return result;
}

// 22.1.2.4 String.raw ( template, ...substitutions )
function StringStatic_raw(template, ...substitutions) {
  'name: raw';
  'length: 1';
  const cooked = ToObject(template);
  const literals = ToObject(cooked.raw);
  const literalCount = LengthOfArrayLike(literals);
  if (literalCount <= 0) return '';
  const substitutionCount = substitutions.length;
  let R = '';
  for (let nextIndex = 0; ; nextIndex++) {
    R += ToString(literals[nextIndex]);
    if (nextIndex + 1 === literalCount) return R;
    if (nextIndex < substitutionCount) R += ToString(substitutions[nextIndex]);
  }
}

// 22.1.3.5 String.prototype.concat ( ...args )
function StringPrototype_concat(...args) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.concat called on null or undefined');
  let R = ToString(this);
  for (let i = 0; i < args.length; i++) R += ToString(args[i]);
  return R;
}

// The start of includes, startsWith and endsWith.
function String_refuseRegExp(searchString, method) {
  if (IsRegExp(searchString)) ThrowTypeError(`First argument to String.prototype.${method} must not be a regular expression`);
}

// 22.1.3.8 String.prototype.includes ( searchString [ , position ] )
function StringPrototype_includes(searchString, position) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.includes called on null or undefined');
  const S = ToString(this);
  String_refuseRegExp(searchString, 'includes');
  const searchStr = ToString(searchString);
  return StringIndexOf(S, searchStr, ToIntegerOrInfinity(+position)) >= 0;
}

// 22.1.3.24 String.prototype.startsWith ( searchString [ , position ] )
function StringPrototype_startsWith(searchString, position) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.startsWith called on null or undefined');
  const S = ToString(this);
  String_refuseRegExp(searchString, 'startsWith');
  const searchStr = ToString(searchString);
  const pos = position === undefined ? 0 : ToIntegerOrInfinity(+position);
  const start = pos < 0 ? 0 : pos > S.length ? S.length : pos;
  return StringMatchesAt(S, searchStr, start);
}

// 22.1.3.7 String.prototype.endsWith ( searchString [ , endPosition ] )
function StringPrototype_endsWith(searchString, endPosition) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.endsWith called on null or undefined');
  const S = ToString(this);
  String_refuseRegExp(searchString, 'endsWith');
  const searchStr = ToString(searchString);
  const pos = endPosition === undefined ? S.length : ToIntegerOrInfinity(+endPosition);
  const end = pos < 0 ? 0 : pos > S.length ? S.length : pos;
  const start = end - searchStr.length;
  return start >= 0 && StringMatchesAt(S, searchStr, start);
}

// 22.1.3.16 and 22.1.3.17 padEnd, padStart: the filler is converted only if it is needed.
function StringPrototype_pad(maxLength, fillString, method) {
  if (this === undefined || this === null) ThrowTypeError(`String.prototype.${method} called on null or undefined`);
  const S = ToString(this);
  const intMaxLength = ToLength(maxLength);
  if (intMaxLength <= S.length) return S;
  const filler = fillString === undefined ? ' ' : ToString(fillString);
  if (filler === '') return S;
  const filling = StringPadding(S, intMaxLength, filler);
  return method === 'padStart' ? filling + S : S + filling;
}

// 22.1.3.13 String.prototype.match ( regexp )
function StringPrototype_match(regexp) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.match called on null or undefined');
  if (IsObject(regexp)) {
    const matcher = GetMethod(regexp, SymbolMatch);
    if (matcher !== undefined) return Call(matcher, regexp, this);
  }
  const S = ToString(this);
  const rx = RegExpCreate(regexp === undefined ? '' : ToString(regexp), '');
  return rx[SymbolMatch](S);
}

// 22.1.3.14 String.prototype.matchAll ( regexp )
function StringPrototype_matchAll(regexp) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.matchAll called on null or undefined');
  if (IsObject(regexp)) {
    if (IsRegExp(regexp)) {
      const flags = regexp.flags;
      if (flags === undefined || flags === null) ThrowTypeError('String.prototype.matchAll called with a non-global RegExp argument');
      if (StringIndexOf(ToString(flags), 'g', 0) < 0) ThrowTypeError('String.prototype.matchAll called with a non-global RegExp argument');
    }
    const matcher = GetMethod(regexp, SymbolMatchAll);
    if (matcher !== undefined) return Call(matcher, regexp, this);
  }
  const S = ToString(this);
  const rx = RegExpCreate(regexp === undefined ? '' : ToString(regexp), 'g');
  return rx[SymbolMatchAll](S);
}

// 22.1.3.21 String.prototype.search ( regexp )
function StringPrototype_search(regexp) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.search called on null or undefined');
  if (IsObject(regexp)) {
    const searcher = GetMethod(regexp, SymbolSearch);
    if (searcher !== undefined) return Call(searcher, regexp, this);
  }
  const S = ToString(this);
  const rx = RegExpCreate(regexp === undefined ? '' : ToString(regexp), '');
  return rx[SymbolSearch](S);
}

// 22.1.3.19 String.prototype.replace ( searchValue, replaceValue )
function StringPrototype_replace(searchValue, replaceValue) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.replace called on null or undefined');
  if (IsObject(searchValue)) {
    const replacer = GetMethod(searchValue, SymbolReplace);
    if (replacer !== undefined) return Call(replacer, searchValue, this, replaceValue);
  }
  const S = ToString(this);
  const searchString = ToString(searchValue);
  const functionalReplace = IsCallable(replaceValue);
  if (!functionalReplace) replaceValue = ToString(replaceValue);
  const position = StringIndexOf(S, searchString, 0);
  if (position < 0) return S;
  const replacement = functionalReplace
    ? ToString(Call(replaceValue, undefined, searchString, position, S))
    : GetPlainSubstitution(searchString, S, position, MakeList(0), replaceValue);
  return StringSlice(S, 0, position) + replacement + StringSlice(S, position + searchString.length, S.length);
}

// 22.1.3.20 String.prototype.replaceAll ( searchValue, replaceValue )
function StringPrototype_replaceAll(searchValue, replaceValue) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.replaceAll called on null or undefined');
  if (IsObject(searchValue)) {
    if (IsRegExp(searchValue)) {
      const flags = searchValue.flags;
      if (flags === undefined || flags === null) ThrowTypeError('String.prototype.replaceAll called with a non-global RegExp argument');
      if (StringIndexOf(ToString(flags), 'g', 0) < 0) ThrowTypeError('String.prototype.replaceAll called with a non-global RegExp argument');
    }
    const replacer = GetMethod(searchValue, SymbolReplace);
    if (replacer !== undefined) return Call(replacer, searchValue, this, replaceValue);
  }
  const S = ToString(this);
  const searchString = ToString(searchValue);
  const functionalReplace = IsCallable(replaceValue);
  if (!functionalReplace) replaceValue = ToString(replaceValue);
  const searchLength = searchString.length;
  const advanceBy = searchLength > 1 ? searchLength : 1;
  const noCaptures = MakeList(0);
  const pieces = MakeList(0);
  let endOfLastMatch = 0;
  // Finding the positions one by one is not observable: S and searchString are primitive by now.
  let position = StringFind(S, searchString, 0);
  while (position >= 0) {
    const replacement = functionalReplace
      ? ToString(Call(replaceValue, undefined, searchString, position, S))
      : GetPlainSubstitution(searchString, S, position, noCaptures, replaceValue);
    Append(pieces, StringSlice(S, endOfLastMatch, position));
    Append(pieces, replacement);
    endOfLastMatch = position + searchLength;
    position = StringFind(S, searchString, position + advanceBy);
  }
  if (endOfLastMatch < S.length) Append(pieces, StringSlice(S, endOfLastMatch, S.length));
  return JoinStrings(pieces, '');
}

// 22.1.3.23 String.prototype.split ( separator, limit )
function StringPrototype_split(separator, limit) {
  if (this === undefined || this === null) ThrowTypeError('String.prototype.split called on null or undefined');
  if (IsObject(separator)) {
    const splitter = GetMethod(separator, SymbolSplit);
    if (splitter !== undefined) return Call(splitter, separator, this, limit);
  }
  const S = ToString(this);
  const lim = limit === undefined ? 4294967295 : limit >>> 0;
  const R = ToString(separator);
  return StringSplit(S, separator === undefined ? undefined : R, lim);
}
