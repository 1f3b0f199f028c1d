// Destructuring and spread: a store of immutable state with reducers, selectors, middleware and undo.
//
// Every action makes new objects with spread, takes them apart with patterns (defaults, rests, nested), and leaves the old
// state as it was. A model that changes in place is kept beside it, and both must agree.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ACTIONS = Math.max(50, Math.round(15_000 * SCALE));

let seed = 8;
const random = (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

// -- Reducers

const initialTodos = { byId: {}, order: [], nextId: 1 };

function todos(state = initialTodos, { type, payload = {} }) {
  const { byId, order, nextId } = state;
  switch (type) {
    case 'todo/add': {
      const { title, tags = [], ...rest } = payload;
      const todo = { id: nextId, title, tags: [...tags], done: false, ...rest };
      return { ...state, byId: { ...byId, [nextId]: todo }, order: [...order, nextId], nextId: nextId + 1 };
    }
    case 'todo/change': {
      const { id, ...changes } = payload;
      const { [id]: todo } = byId;
      return todo === undefined ? state : { ...state, byId: { ...byId, [id]: { ...todo, ...changes } } };
    }
    case 'todo/tag': {
      const { id, tag: [first, ...others] } = payload;
      const todo = byId[id];
      if (todo === undefined || todo.tags.includes(first)) return state;
      return { ...state, byId: { ...byId, [id]: { ...todo, tags: [first, ...todo.tags, ...others] } } };
    }
    case 'todo/remove': {
      const { id } = payload;
      const { [id]: removed, ...others } = byId;
      return removed === undefined ? state : { ...state, byId: others, order: order.filter((one) => one !== id) };
    }
    case 'todo/swap': {
      const { at } = payload;
      if (at + 1 >= order.length) return state;
      const [before, [a, b], after] = [order.slice(0, at), order.slice(at, at + 2), order.slice(at + 2)];
      return { ...state, order: [...before, b, a, ...after] };
    }
    default:
      return state;
  }
}

function settings(state = { filter: 'all', page: { size: 20, number: 0 }, seen: 0 }, { type, payload: { filter = state.filter, page: { number = 0 } = {} } = {} }) {
  if (type !== 'settings/show') return state;
  return { ...state, filter, page: { ...state.page, number }, seen: state.seen + 1 };
}

const combine = (reducers) => (state = {}, action) =>
  Object.entries(reducers).reduce((next, [key, reducer]) => {
    const { [key]: before } = state;
    const after = reducer(before, action);
    return after === before && key in next ? next : { ...next, [key]: after };
  }, state);

// -- The store

const createStore = (reducer, ...middlewares) => {
  let state = reducer(undefined, { type: '@init' });
  const store = { getState: () => state };
  const last = (action) => {
    state = reducer(state, action);
    return action;
  };
  const dispatch = middlewares.reduceRight((next, middleware) => middleware(store, next), last);
  return { ...store, dispatch, replace: (next) => (state = next) };
};

const counting = (counts) => () => (next) => {
  return (action) => {
    const { type, ...rest } = action;
    counts[type] = (counts[type] ?? 0) + 1;
    return next({ type, ...rest, meta: { ...rest.meta, count: counts[type] } });
  };
};
const counts = {};
const history = [];
const remembering = ({ getState }, next) => (action) => {
  const before = getState();
  const result = next(action);
  if (getState() !== before) history.push(before);
  if (history.length > 50) history.splice(0, 25);
  return result;
};

const store = createStore(combine({ todos, settings }), (api, next) => counting(counts)(api)(next), remembering);

// -- Selectors

const select = ({ todos: { byId, order }, settings: { filter, page: { size, number } } }) =>
  order
    .map((id) => byId[id])
    .filter(({ done }) => filter === 'all' || (filter === 'done') === done)
    .slice(number * size, (number + 1) * size);
const statistics = ({ todos: { byId } }) =>
  Object.values(byId).reduce(({ done, open, tags }, { done: isDone, tags: [...names] }) => ({ done: done + (isDone ? 1 : 0), open: open + (isDone ? 0 : 1), tags: tags + names.length }), { done: 0, open: 0, tags: 0 });

// -- The model that changes in place

const model = { items: [], nextId: 1 };
const TAGS = ['home', 'work', 'later', 'soon', 'never'];
const position = (id) => model.items.findIndex((item) => item.id === id);

function step() {
  const { length } = model.items;
  const id = length > 0 ? model.items[random(length)].id : 0;
  const at = position(id);
  switch (length > 60 ? 7 : random(8)) {
    case 0: case 1: {
      const tags = TAGS.slice(0, random(3));
      model.items.push({ id: model.nextId++, title: `todo ${seed % 1000}`, tags: [...tags], done: false, weight: length });
      return { type: 'todo/add', payload: { title: `todo ${seed % 1000}`, weight: length, ...(tags.length > 0 && { tags }) } };
    }
    case 2: case 3: {
      const changes = random(2) === 0 ? { done: true } : { weight: random(100), done: false };
      if (at >= 0) Object.assign(model.items[at], changes);
      return { type: 'todo/change', payload: { id, ...changes } };
    }
    case 4: {
      const tag = [TAGS[random(5)], `tag ${random(4)}`];
      if (at >= 0 && !model.items[at].tags.includes(tag[0])) model.items[at].tags = [tag[0], ...model.items[at].tags, tag[1]];
      return { type: 'todo/tag', payload: { id, tag } };
    }
    case 5: {
      const place = random(length + 1);
      if (place + 1 < length) model.items.splice(place, 2, model.items[place + 1], model.items[place]);
      return { type: 'todo/swap', payload: { at: place } };
    }
    case 6:
      return { type: 'settings/show', payload: { filter: ['all', 'done', 'open'][random(3)], page: { number: random(2) } } };
    default:
      if (at >= 0) model.items.splice(at, 1);
      return { type: 'todo/remove', payload: { id } };
  }
}

let shown = 0;
let undone = 0;
for (let n = 1; n <= ACTIONS; n++) {
  const before = store.getState();
  const { meta: { count } } = store.dispatch(step());
  if (count < 1) throw new Error('the middleware was left out');
  const after = store.getState();
  shown += select(after).length;
  if (n % 20 === 0) {
    const { done, open, tags } = statistics(after);
    const expected = model.items.filter((item) => item.done).length;
    if (done !== expected || done + open !== model.items.length || tags !== model.items.reduce((sum, item) => sum + item.tags.length, 0)) throw new Error(`the model has ${expected} done, the store ${done}`);
    if (after.todos.order.some((id, i) => model.items[i].id !== id || model.items[i].title !== after.todos.byId[id].title)) throw new Error('the orders differ');
    // Undo and redo: an old state is still what it was.
    if (before !== after) {
      store.replace(history.at(-1));
      if (JSON.stringify(store.getState()) !== JSON.stringify(before)) throw new Error('an old state has changed');
      store.replace(after);
      undone++;
    }
  }
}
console.log(`state-store: ${ACTIONS} actions, ${model.items.length} todos left, ${shown} shown, ${undone} undone; ${Object.entries(counts).map(([type, count]) => `${type} ${count}`).sort().join(', ')}`);
