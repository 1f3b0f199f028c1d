// The texts of the self-hosted library, by file name. A new file is added here and nowhere else.

import array from './array.js?raw';
import arrayBuffers from './array-buffer.js?raw';
import arrayCallbacks from './array-callbacks.js?raw';
import arraySort from './array-sort.js?raw';
import asyncs from './async.js?raw';
import commonJs from './common-js.js?raw';
import conversions from './conversions.js?raw';
import functions from './function.js?raw';
import interpreter from './interpreter.js?raw';
import iterator from './iterator.js?raw';
import iteratorHelpers from './iterator-helpers.js?raw';
import operators from './operators.js?raw';
import dataViews from './data-view.js?raw';
import dates from './date.js?raw';
import errors from './error.js?raw';
import maps from './map.js?raw';
import json from './json.js?raw';
import atomics from './atomics.js?raw';
import consoles from './console.js?raw';
import modules from './module.js?raw';
import numbers from './number.js?raw';
import objects from './object.js?raw';
import objectsGeneral from './object-general.js?raw';
import proxies from './proxy.js?raw';
import proxiedOperators from './proxied-operators.js?raw';
import promises from './promise.js?raw';
import reflect from './reflect.js?raw';
import regexps from './regexp.js?raw';
import strings from './string.js?raw';
import structuredClones from './structured-clone.js?raw';
import typedArrays from './typed-array.js?raw';
import typedArrayCallbacks from './typed-array-callbacks.js?raw';
import sets from './set.js?raw';

import web from './web.js?raw';

export const librarySources: Readonly<Record<string, string>> = {
  'array.js': array,
  'array-buffer.js': arrayBuffers,
  'array-callbacks.js': arrayCallbacks,
  'array-sort.js': arraySort,
  'async.js': asyncs,
  'common-js.js': commonJs,
  'conversions.js': conversions,
  'function.js': functions,
  'interpreter.js': interpreter,
  'iterator.js': iterator,
  'iterator-helpers.js': iteratorHelpers,
  'operators.js': operators,
  'data-view.js': dataViews,
  'date.js': dates,
  'error.js': errors,
  'map.js': maps,
  'atomics.js': atomics,
  'console.js': consoles,
  'json.js': json,
  'module.js': modules,
  'number.js': numbers,
  'object.js': objects,
  'object-general.js': objectsGeneral,
  'proxy.js': proxies,
  'proxied-operators.js': proxiedOperators,
  'promise.js': promises,
  'reflect.js': reflect,
  'regexp.js': regexps,
  'set.js': sets,
  'string.js': strings,
  'structured-clone.js': structuredClones,
  'typed-array.js': typedArrays,
  'typed-array-callbacks.js': typedArrayCallbacks,
  'web.js': web,
};
