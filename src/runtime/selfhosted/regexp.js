// The general algorithms of RegExp (ECMA-262 22.2), which call the guest. The natives of intrinsics/regexp*.ts come here where the
// regexp or its prototype was changed, is of a subclass, or an argument has to be converted.

// 22.2.4.1 RegExp ( pattern, flags ); `newTarget` undefined in a call.
function RegExpConstructor_general(pattern, flags, newTarget) {
  const patternIsRegExp = IsRegExp(pattern);
  if (newTarget === undefined) {
    newTarget = RegExp;
    if (patternIsRegExp && flags === undefined) {
      if (pattern.constructor === newTarget) return pattern;
    }
  }
  let P = pattern;
  let F = flags;
  if (IsRegExpObject(pattern)) {
    P = RegExpOriginalSource(pattern);
    if (flags === undefined) F = RegExpOriginalFlags(pattern);
  } else if (patternIsRegExp) {
    P = pattern.source;
    if (flags === undefined) F = pattern.flags;
  }
  const O = RegExpAlloc(newTarget.prototype, newTarget);
  return RegExpInitialize(O, P === undefined ? '' : ToString(P), F === undefined ? '' : ToString(F));
}

// 7.2.8 IsRegExp
function IsRegExp(argument) {
  if (!IsObject(argument)) return false;
  const matcher = argument[SymbolMatch];
  if (matcher !== undefined) return !!matcher;
  return IsRegExpObject(argument);
}

// set RegExp.input of an object
function RegExp_setInputGeneral(value) {
  SetLegacyInput(ToString(value));
}

// B.2.4.1 RegExp.prototype.compile ( pattern, flags ), as the proposal "Legacy RegExp features" has it
function RegExpPrototype_compile(pattern, flags) {
  'name: compile';
  if (!IsRegExpObject(this)) ThrowTypeError(`Method RegExp.prototype.compile called on incompatible receiver ${Describe(this)}`);
  RequireLegacyRegExp(this);
  let P = pattern;
  let F = flags;
  if (IsRegExpObject(pattern)) {
    if (flags !== undefined) ThrowTypeError('Cannot supply flags when constructing one RegExp from another');
    P = RegExpOriginalSource(pattern);
    F = RegExpOriginalFlags(pattern);
  }
  return RegExpInitialize(this, P === undefined ? '' : ToString(P), F === undefined ? '' : ToString(F));
}

// 22.2.7.1 RegExpExec ( R, S )
function RegExpExec(R, S) {
  const exec = R.exec;
  if (IsCallable(exec)) {
    const result = Call(exec, R, S);
    if (result !== null && !IsObject(result)) ThrowTypeError('RegExp exec method returned something other than an Object or null');
    return result;
  }
  if (!IsRegExpObject(R)) ThrowTypeError(`Method RegExp.prototype.exec called on incompatible receiver ${Describe(R)}`);
  return RegExp_execGeneral(R, S);
}

// 22.2.6.2 RegExp.prototype.exec ( string ) of a RegExp, and 22.2.7.2 RegExpBuiltinExec
function RegExp_execGeneral(R, string) {
  const S = ToString(string);
  return RegExpExecAt(R, S, ToLength(R.lastIndex));
}

// 22.2.6.16 RegExp.prototype.test ( S )
function RegExpPrototype_test(string) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.test called on incompatible receiver ${Describe(this)}`);
  return RegExpExec(this, ToString(string)) !== null;
}

// 22.2.6.17 RegExp.prototype.toString ( )
function RegExpPrototype_toString() {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.toString called on incompatible receiver ${Describe(this)}`);
  const pattern = ToString(this.source);
  return `/${pattern}/${ToString(this.flags)}`;
}

// 22.2.6.4 get RegExp.prototype.flags
function RegExpPrototype_flags() {
  if (!IsObject(this)) ThrowTypeError(`RegExp.prototype.flags getter called on non-object ${Describe(this)}`);
  let codeUnits = '';
  if (this.hasIndices) codeUnits += 'd';
  if (this.global) codeUnits += 'g';
  if (this.ignoreCase) codeUnits += 'i';
  if (this.multiline) codeUnits += 'm';
  if (this.dotAll) codeUnits += 's';
  if (this.unicode) codeUnits += 'u';
  if (this.unicodeSets) codeUnits += 'v';
  if (this.sticky) codeUnits += 'y';
  return codeUnits;
}

// 22.2.6.8 RegExp.prototype [ @@match ] ( string )
function RegExpPrototype_match(string) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.@@match called on incompatible receiver ${Describe(this)}`);
  const S = ToString(string);
  const flags = ToString(this.flags);
  if (StringIndexOf(flags, 'g', 0) < 0) return RegExpExec(this, S);
  const fullUnicode = StringIndexOf(flags, 'u', 0) >= 0 || StringIndexOf(flags, 'v', 0) >= 0;
  this.lastIndex = 0;
  const A = ArrayCreate(0);
  let n = 0;
  for (;;) {
    const result = RegExpExec(this, S);
    if (result === null) return n === 0 ? null : A;
    const matchStr = ToString(result[0]);
    CreateDataProperty(A, n, matchStr);
    if (matchStr === '') this.lastIndex = AdvanceStringIndex(S, ToLength(this.lastIndex), fullUnicode);
    n++;
  }
}

// 22.2.6.9 RegExp.prototype [ @@matchAll ] ( string )
function RegExpPrototype_matchAll(string) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.@@matchAll called on incompatible receiver ${Describe(this)}`);
  const S = ToString(string);
  const C = SpeciesConstructor(this, RegExp);
  const flags = ToString(this.flags);
  const matcher = Construct(C, this, flags);
  matcher.lastIndex = ToLength(this.lastIndex);
  const global = StringIndexOf(flags, 'g', 0) >= 0;
  const fullUnicode = StringIndexOf(flags, 'u', 0) >= 0 || StringIndexOf(flags, 'v', 0) >= 0;
  return CreateRegExpStringIterator(matcher, S, global, fullUnicode);
}

// 22.2.9.2.1 %RegExpStringIteratorPrototype%.next ( ), where the regexp may call the guest.
function RegExpStringIterator_next(R, S, global, fullUnicode) {
  // An iteration that throws is over.
  SetRegExpIteratorDone(this, true);
  const match = RegExpExec(R, S);
  if (match === null) return IterResult(undefined, true);
  if (!global) return IterResult(match, false);
  const matchStr = ToString(match[0]);
  if (matchStr === '') R.lastIndex = AdvanceStringIndex(S, ToLength(R.lastIndex), fullUnicode);
  SetRegExpIteratorDone(this, false);
  return IterResult(match, false);
}

// 22.2.6.12 RegExp.prototype [ @@search ] ( string )
function RegExpPrototype_search(string) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.@@search called on incompatible receiver ${Describe(this)}`);
  const S = ToString(string);
  const previousLastIndex = this.lastIndex;
  if (!SameValue(previousLastIndex, 0)) this.lastIndex = 0;
  const result = RegExpExec(this, S);
  const currentLastIndex = this.lastIndex;
  if (!SameValue(currentLastIndex, previousLastIndex)) this.lastIndex = previousLastIndex;
  return result === null ? -1 : result.index;
}

// 22.2.6.11 RegExp.prototype [ @@replace ] ( string, replaceValue )
function RegExpPrototype_replace(string, replaceValue) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.@@replace called on incompatible receiver ${Describe(this)}`);
  const S = ToString(string);
  const functionalReplace = IsCallable(replaceValue);
  if (!functionalReplace) replaceValue = ToString(replaceValue);
  const flags = ToString(this.flags);
  const global = StringIndexOf(flags, 'g', 0) >= 0;
  let fullUnicode = false;
  if (global) {
    fullUnicode = StringIndexOf(flags, 'u', 0) >= 0 || StringIndexOf(flags, 'v', 0) >= 0;
    this.lastIndex = 0;
  }
  const results = MakeList(0);
  for (;;) {
    const result = RegExpExec(this, S);
    if (result === null) break;
    Append(results, result);
    if (!global) break;
    if (ToString(result[0]) === '') this.lastIndex = AdvanceStringIndex(S, ToLength(this.lastIndex), fullUnicode);
  }
  const pieces = MakeList(0);
  let nextSourcePosition = 0;
  const count = results.length;
  for (let i = 0; i < count; i++) {
    const result = results[i];
    const nCaptures = LengthOfArrayLike(result) - 1;
    const matched = ToString(result[0]);
    let position = ToIntegerOrInfinity(+result.index);
    if (position < 0) position = 0;
    if (position > S.length) position = S.length;
    const captures = MakeList(0);
    if (nCaptures > 65000) ThrowRangeError('Maximum call stack size exceeded');
    for (let n = 1; n <= nCaptures; n++) {
      const capture = result[n];
      Append(captures, capture === undefined ? undefined : ToString(capture));
    }
    const namedCaptures = result.groups;
    let replacement;
    if (functionalReplace) {
      const args = MakeList(0);
      Append(args, matched);
      for (let n = 0; n < nCaptures; n++) Append(args, captures[n]);
      Append(args, position);
      Append(args, S);
      if (namedCaptures !== undefined) Append(args, namedCaptures);
      replacement = ToString(Apply(replaceValue, undefined, args));
    } else {
      replacement = GetSubstitution(matched, S, position, captures, namedCaptures === undefined ? undefined : ToObject(namedCaptures), replaceValue);
    }
    if (position >= nextSourcePosition) {
      Append(pieces, StringSlice(S, nextSourcePosition, position));
      Append(pieces, replacement);
      nextSourcePosition = position + matched.length;
    }
  }
  if (nextSourcePosition < S.length) Append(pieces, StringSlice(S, nextSourcePosition, S.length));
  return JoinStrings(pieces, '');
}

// The same for a pristine regexp, whose matches are found natively; `replaceValue` is a function or a string.
function RegExp_replacePristine(rx, S, replaceValue) {
  const matches = CollectMatches(rx, S);
  if (!IsCallable(replaceValue)) return RegExp_substituteAll(matches, S, replaceValue);
  const size = matches[0];
  const count = matches.length;
  // Each replacement takes the place of its match.
  if (size === 3) {
    for (let i = 1; i < count; i += 3) matches[i] = `${Call(replaceValue, undefined, matches[i], matches[i + 1], S)}`;
  } else if (size === 4) {
    for (let i = 1; i < count; i += 4) matches[i] = `${Call(replaceValue, undefined, matches[i], matches[i + 1], matches[i + 2], S)}`;
  } else {
    for (let i = 1; i < count; i += size) matches[i] = `${Apply(replaceValue, undefined, MatchArguments(matches, i, S))}`;
  }
  return ReplaceMatches(matches, S);
}

// The same with a replacement template.
function RegExp_substituteAll(matches, S, template) {
  const size = matches[0];
  const count = matches.length;
  for (let i = 1; i < count; i += size) {
    const last = matches[i + size - 1];
    const groups = typeof last === 'number' ? undefined : last;
    const position = i + size - (groups === undefined ? 2 : 3);
    const captures = MakeList(0);
    for (let k = i + 1; k < position; k++) Append(captures, matches[k]);
    matches[i] = GetSubstitution(matches[i], S, matches[position], captures, groups, template);
  }
  return ReplaceMatches(matches, S);
}

// 22.1.3.19.1 GetSubstitution; `captures` is a list of strings and undefined.
function GetSubstitution(matched, str, position, captures, namedCaptures, template) {
  if (namedCaptures === undefined) return GetPlainSubstitution(matched, str, position, captures, template);
  let result = '';
  let from = 0;
  for (;;) {
    const at = FindNamedReference(template, from);
    if (at < 0) return result + GetPlainSubstitution(matched, str, position, captures, StringSlice(template, from, template.length));
    result += GetPlainSubstitution(matched, str, position, captures, StringSlice(template, from, at));
    const close = StringIndexOf(template, '>', at);
    const capture = namedCaptures[StringSlice(template, at + 2, close)];
    if (capture !== undefined) result += ToString(capture);
    from = close + 1;
  }
}

// 22.2.6.14 RegExp.prototype [ @@split ] ( string, limit )
function RegExpPrototype_split(string, limit) {
  if (!IsObject(this)) ThrowTypeError(`Method RegExp.prototype.@@split called on incompatible receiver ${Describe(this)}`);
  const S = ToString(string);
  const C = SpeciesConstructor(this, RegExp);
  const flags = ToString(this.flags);
  const unicodeMatching = StringIndexOf(flags, 'u', 0) >= 0 || StringIndexOf(flags, 'v', 0) >= 0;
  const newFlags = StringIndexOf(flags, 'y', 0) >= 0 ? flags : flags + 'y';
  const splitter = Construct(C, this, newFlags);
  const A = ArrayCreate(0);
  const lim = limit === undefined ? 4294967295 : limit >>> 0;
  if (lim === 0) return A;
  const size = S.length;
  if (size === 0) {
    if (RegExpExec(splitter, S) === null) CreateDataProperty(A, 0, S);
    return A;
  }
  let lengthA = 0;
  let p = 0;
  let q = 0;
  while (q < size) {
    splitter.lastIndex = q;
    const z = RegExpExec(splitter, S);
    if (z === null) {
      q = AdvanceStringIndex(S, q, unicodeMatching);
      continue;
    }
    let e = ToLength(splitter.lastIndex);
    if (e > size) e = size;
    if (e === p) {
      q = AdvanceStringIndex(S, q, unicodeMatching);
      continue;
    }
    CreateDataProperty(A, lengthA, StringSlice(S, p, q));
    lengthA++;
    if (lengthA === lim) return A;
    p = e;
    const numberOfCaptures = LengthOfArrayLike(z) - 1;
    for (let i = 1; i <= numberOfCaptures; i++) {
      CreateDataProperty(A, lengthA, z[i]);
      lengthA++;
      if (lengthA === lim) return A;
    }
    q = p;
  }
  CreateDataProperty(A, lengthA, StringSlice(S, p, size));
  return A;
}
