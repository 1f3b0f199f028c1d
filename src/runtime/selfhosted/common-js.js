// CommonJS modules: `require` as Node has it, over what the embedder finds and loads (intrinsics/common-js.ts).
//
// A module's function is called in the middle of the `require` that asks for it, so all of it is guest code: it can be stopped there.

// The `require` of a module. `cache` has the modules by file name (require.cache) and the main one.
function CommonJsMakeRequire(module, cache) {
  'name: ';
  function require(id) {
    if (typeof id !== 'string') ThrowTypeError(`The "id" argument must be of type string. Received ${Describe(id)}`);
    return CommonJsRequire(CommonJsResolve(id, module.filename), module, cache);
  }
  function resolve(request) {
    if (typeof request !== 'string') ThrowTypeError(`The "request" argument must be of type string. Received ${Describe(request)}`);
    return CommonJsResolve(request, module.filename);
  }
  CreateDataProperty(require, 'resolve', resolve);
  CreateDataProperty(require, 'main', cache.main);
  CreateDataProperty(require, 'cache', cache.modules);
  return require;
}

// The exports of a file, from the cache, or by running it. `parent` is the module that asks, or null.
function CommonJsRequire(filename, parent, cache) {
  'name: ';
  const cached = cache.modules[filename];
  if (cached !== undefined) {
    CommonJsAddChild(parent, cached);
    return cached.exports;
  }
  const body = CommonJsLoad(filename);
  const isMain = cache.main === undefined && parent === null;
  const module = CommonJsNewModule(filename, isMain, parent);
  if (isMain) cache.main = module;
  cache.modules[filename] = module;
  CommonJsAddChild(parent, module);
  let failed = true;
  try {
    if (body === undefined) module.exports = CommonJsLoadJson(filename);
    else {
      const require = CommonJsMakeRequire(module, cache);
      CreateDataProperty(module, 'require', require);
      const { exports } = module;
      Call(body, exports, exports, require, module, filename, module.path);
    }
    failed = false;
  } finally {
    if (failed) DeleteProperty(cache.modules, filename);
  }
  module.loaded = true;
  return module.exports;
}

function CommonJsAddChild(parent, module) {
  'name: ';
  if (parent === null) return;
  const children = parent.children;
  if (!IsArray(children)) return;
  for (let i = 0; i < children.length; i++) if (children[i] === module) return;
  CreateDataProperty(children, children.length, module);
}

// The program: a CommonJS module that nobody asks for.
function CommonJsMain(filename) {
  'name: ';
  return CommonJsRequire(filename, null, CommonJsCache());
}

// Evaluation of a CommonJS module that an ES module imports: its exports become the default export, and its properties what their
// names say.
function CommonJsEvaluate(module) {
  'name: ';
  const exports = CommonJsRequire(module.filename, null, CommonJsCache());
  const names = module.names;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    let value = exports;
    if (name !== 'default' && name !== 'module.exports') value = IsObject(exports) && name in exports ? exports[name] : undefined;
    ModuleSetExport(module, name, value);
  }
}
