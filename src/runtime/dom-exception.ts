// DOMException (Web IDL): errors with a name and a code, made by what is not ECMAScript (structuredClone, atob, btoa).

import { ErrorData, stackTraceLimit, type Trace } from './errors.ts';
import type { Realm } from './realm.ts';
import type { GuestObject, Value } from './values.ts';

/** The names with a code, in the order of their codes from 1 on; empty where a code has no name any more. */
export const LEGACY_CODES: readonly (readonly [constant: string, name: string])[] = [
  ['INDEX_SIZE_ERR', 'IndexSizeError'], ['DOMSTRING_SIZE_ERR', ''], ['HIERARCHY_REQUEST_ERR', 'HierarchyRequestError'],
  ['WRONG_DOCUMENT_ERR', 'WrongDocumentError'], ['INVALID_CHARACTER_ERR', 'InvalidCharacterError'], ['NO_DATA_ALLOWED_ERR', ''],
  ['NO_MODIFICATION_ALLOWED_ERR', 'NoModificationAllowedError'], ['NOT_FOUND_ERR', 'NotFoundError'], ['NOT_SUPPORTED_ERR', 'NotSupportedError'],
  ['INUSE_ATTRIBUTE_ERR', 'InUseAttributeError'], ['INVALID_STATE_ERR', 'InvalidStateError'], ['SYNTAX_ERR', 'SyntaxError'],
  ['INVALID_MODIFICATION_ERR', 'InvalidModificationError'], ['NAMESPACE_ERR', 'NamespaceError'], ['INVALID_ACCESS_ERR', 'InvalidAccessError'],
  ['VALIDATION_ERR', ''], ['TYPE_MISMATCH_ERR', 'TypeMismatchError'], ['SECURITY_ERR', 'SecurityError'], ['NETWORK_ERR', 'NetworkError'],
  ['ABORT_ERR', 'AbortError'], ['URL_MISMATCH_ERR', 'URLMismatchError'], ['QUOTA_EXCEEDED_ERR', 'QuotaExceededError'], ['TIMEOUT_ERR', 'TimeoutError'],
  ['INVALID_NODE_TYPE_ERR', 'InvalidNodeTypeError'], ['DATA_CLONE_ERR', 'DataCloneError'],
];

export class DomExceptionData extends ErrorData {
  readonly name: string;
  readonly message: string;
  constructor(owner: GuestObject, trace: Trace | null, limit: number, name: string, message: string) {
    super(owner, trace, limit);
    this.name = name;
    this.message = message;
  }
  /** The legacy code of the name, 0 if it has none. */
  get code(): number {
    return this.name === '' ? 0 : LEGACY_CODES.findIndex(([, name]) => name === this.name) + 1;
  }
  override header(): string {
    return this.message === '' ? this.name : `${this.name}: ${this.message}`;
  }
}

/** Makes `object` a DOMException. */
export function attachDomException(realm: Realm, object: GuestObject, message: string, name: string): GuestObject {
  const limit = stackTraceLimit(realm);
  new DomExceptionData(object, limit > 0 ? realm.hooks.captureTrace() : null, limit, name, message);
  return object;
}

export function throwDomException(realm: Realm, message: string, name: string): never {
  throw attachDomException(realm, realm.prelude.makeObjectWith(realm.intrinsics.get('DOMExceptionPrototype') as GuestObject), message, name) as Value;
}
