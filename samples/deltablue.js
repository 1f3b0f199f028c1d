// DeltaBlue: an incremental solver for hierarchies of one-way constraints (after Freeman-Benson and Maloney).
//
// Variables are tied together by constraints of different strengths. When one is added or removed, the planner changes
// only what has to change, and extracts a plan (a list of constraints to execute in order) that is used many times.
// Shows: an abstract class hierarchy with many short polymorphic methods, accessors, static fields, worklists.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = 22 * SCALE;
const SIZE = 700;
const EDITS = 100;

class Strength {
  constructor(level, name) {
    this.level = level;
    this.name = name;
  }

  strongerThan(other) {
    return this.level < other.level;
  }

  static weakest(a, b) {
    return a.level > b.level ? a : b;
  }

  static REQUIRED = new Strength(0, 'required');
  static PREFERRED = new Strength(1, 'preferred');
  static STRONG_DEFAULT = new Strength(2, 'strong default');
  static NORMAL = new Strength(3, 'normal');
  static WEAK_DEFAULT = new Strength(4, 'weak default');
  static WEAKEST = new Strength(5, 'weakest');
  static STRONGEST_FIRST = [
    Strength.REQUIRED, Strength.PREFERRED, Strength.STRONG_DEFAULT,
    Strength.NORMAL, Strength.WEAK_DEFAULT, Strength.WEAKEST,
  ];
}

class Variable {
  constructor(name, value = 0) {
    this.name = name;
    this.value = value;
    this.constraints = [];
    this.determinedBy = null;
    this.mark = 0;
    this.walkStrength = Strength.WEAKEST;
    this.stay = true;
  }

  attach(constraint) {
    this.constraints.push(constraint);
  }

  detach(constraint) {
    const at = this.constraints.indexOf(constraint);
    if (at >= 0) this.constraints.splice(at, 1);
    if (this.determinedBy === constraint) this.determinedBy = null;
  }
}

/** A relation between variables, with methods that can enforce it. Abstract. */
class Constraint {
  constructor(strength) {
    this.strength = strength;
  }

  /** Does the constraint bring in values from outside (an edit by the user)? */
  get isInput() {
    return false;
  }
}

/** A constraint on one variable. */
class UnaryConstraint extends Constraint {
  constructor(variable, strength) {
    super(strength);
    this.variable = variable;
    this.satisfied = false;
  }

  get isSatisfied() {
    return this.satisfied;
  }

  get output() {
    return this.variable;
  }

  attach() {
    this.variable.attach(this);
    this.satisfied = false;
  }

  detach() {
    this.variable.detach(this);
    this.satisfied = false;
  }

  chooseMethod(mark) {
    const { variable } = this;
    this.satisfied = variable.mark !== mark && this.strength.strongerThan(variable.walkStrength);
  }

  unsatisfy() {
    this.satisfied = false;
  }

  markInputs(_mark) {}

  inputsKnown(_mark) {
    return true;
  }

  recalculate() {
    const { variable } = this;
    variable.walkStrength = this.strength;
    variable.stay = !this.isInput;
    if (variable.stay) this.execute();
  }

  execute() {}
}

/** The variable should keep its value. */
class StayConstraint extends UnaryConstraint {}

/** The variable will be assigned from outside. */
class EditConstraint extends UnaryConstraint {
  get isInput() {
    return true;
  }
}

const Direction = { NONE: 0, FORWARD: 1, BACKWARD: -1 };

/** A constraint between two variables that can be enforced in either direction. Abstract. */
class BinaryConstraint extends Constraint {
  constructor(first, second, strength) {
    super(strength);
    this.first = first;
    this.second = second;
    this.direction = Direction.NONE;
  }

  get isSatisfied() {
    return this.direction !== Direction.NONE;
  }

  get input() {
    return this.direction === Direction.FORWARD ? this.first : this.second;
  }

  get output() {
    return this.direction === Direction.FORWARD ? this.second : this.first;
  }

  attach() {
    this.first.attach(this);
    this.second.attach(this);
    this.direction = Direction.NONE;
  }

  detach() {
    this.first.detach(this);
    this.second.detach(this);
    this.direction = Direction.NONE;
  }

  chooseMethod(mark) {
    const { first, second } = this;
    if (first.mark === mark) {
      this.direction = this.#allows(second, mark) ? Direction.FORWARD : Direction.NONE;
    } else if (second.mark === mark) {
      this.direction = this.#allows(first, mark) ? Direction.BACKWARD : Direction.NONE;
    } else if (second.walkStrength.strongerThan(first.walkStrength)) {
      this.direction = this.#allows(first, mark) ? Direction.BACKWARD : Direction.NONE;
    } else {
      this.direction = this.#allows(second, mark) ? Direction.FORWARD : Direction.NONE;
    }
  }

  #allows(output, mark) {
    return output.mark !== mark && this.strength.strongerThan(output.walkStrength);
  }

  unsatisfy() {
    this.direction = Direction.NONE;
  }

  markInputs(mark) {
    this.input.mark = mark;
  }

  inputsKnown(mark) {
    const { input } = this;
    return input.mark === mark || input.stay || input.determinedBy === null;
  }

  recalculate() {
    const { input, output } = this;
    output.walkStrength = Strength.weakest(this.strength, input.walkStrength);
    output.stay = input.stay;
    if (output.stay) this.execute();
  }
}

/** first = second */
class EqualityConstraint extends BinaryConstraint {
  execute() {
    this.output.value = this.input.value;
  }
}

/** second = first * scale + offset */
class ScaleConstraint extends BinaryConstraint {
  constructor(first, scale, offset, second, strength) {
    super(first, second, strength);
    this.scale = scale;
    this.offset = offset;
  }

  attach() {
    super.attach();
    this.scale.attach(this);
    this.offset.attach(this);
  }

  detach() {
    super.detach();
    this.scale.detach(this);
    this.offset.detach(this);
  }

  markInputs(mark) {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }

  recalculate() {
    const { input, output, scale, offset } = this;
    output.walkStrength = Strength.weakest(this.strength, input.walkStrength);
    output.stay = input.stay && scale.stay && offset.stay;
    if (output.stay) this.execute();
  }

  execute() {
    const { first, second, scale, offset } = this;
    if (this.direction === Direction.FORWARD) second.value = first.value * scale.value + offset.value;
    else first.value = (second.value - offset.value) / scale.value;
  }
}

class Planner {
  constructor() {
    this.lastMark = 0;
    this.satisfactions = 0;
  }

  add(constraint) {
    constraint.attach();
    this.#resatisfy(constraint);
    return constraint;
  }

  remove(constraint) {
    if (constraint.isSatisfied) this.#retract(constraint);
    else constraint.detach();
  }

  /** The constraints to execute, in order, whenever one of the inputs has been assigned. */
  planFor(inputs) {
    const mark = ++this.lastMark;
    const todo = inputs.filter((c) => c.isInput && c.isSatisfied);
    const plan = [];
    while (todo.length > 0) {
      const constraint = todo.pop();
      const { output } = constraint;
      if (output.mark !== mark && constraint.inputsKnown(mark)) {
        plan.push(constraint);
        output.mark = mark;
        this.#pushConsumers(output, todo);
      }
    }
    return plan;
  }

  /** Satisfies a constraint; those it overrides are satisfied by other means, if possible, in turn. */
  #resatisfy(constraint) {
    const mark = ++this.lastMark;
    let next = constraint;
    while (next !== null) next = this.#satisfy(next, mark);
  }

  #satisfy(constraint, mark) {
    constraint.chooseMethod(mark);
    if (!constraint.isSatisfied) {
      if (constraint.strength === Strength.REQUIRED) throw new Error('cannot satisfy a required constraint');
      return null;
    }
    this.satisfactions++;
    constraint.markInputs(mark);
    const { output } = constraint;
    const overridden = output.determinedBy;
    if (overridden !== null) overridden.unsatisfy();
    output.determinedBy = constraint;
    if (!this.#propagate(constraint, mark)) throw new Error('the constraints form a cycle');
    output.mark = mark;
    return overridden;
  }

  #propagate(constraint, mark) {
    const todo = [constraint];
    while (todo.length > 0) {
      const next = todo.pop();
      if (next.output.mark === mark) {
        this.#retract(constraint);
        return false;
      }
      next.recalculate();
      this.#pushConsumers(next.output, todo);
    }
    return true;
  }

  #retract(constraint) {
    const { output } = constraint;
    constraint.unsatisfy();
    constraint.detach();
    const unsatisfied = this.#forget(output);
    for (const strength of Strength.STRONGEST_FIRST) {
      for (const candidate of unsatisfied) {
        if (candidate.strength === strength) this.#resatisfy(candidate);
      }
    }
  }

  /** The variable has lost its value: walks all that depends on it and collects what may be satisfiable now. */
  #forget(variable) {
    variable.determinedBy = null;
    variable.walkStrength = Strength.WEAKEST;
    variable.stay = true;
    const unsatisfied = [];
    const todo = [variable];
    while (todo.length > 0) {
      const { constraints, determinedBy } = todo.pop();
      for (const constraint of constraints) {
        if (!constraint.isSatisfied) {
          unsatisfied.push(constraint);
        } else if (constraint !== determinedBy) {
          constraint.recalculate();
          todo.push(constraint.output);
        }
      }
    }
    return unsatisfied;
  }

  #pushConsumers({ constraints, determinedBy }, todo) {
    for (const constraint of constraints) {
      if (constraint !== determinedBy && constraint.isSatisfied) todo.push(constraint);
    }
  }
}

function execute(plan) {
  for (const constraint of plan) constraint.execute();
}

function assign(planner, variable, value) {
  const edit = planner.add(new EditConstraint(variable, Strength.PREFERRED));
  const plan = planner.planFor([edit]);
  for (let i = 0; i < 10; i++) {
    variable.value = value;
    execute(plan);
  }
  planner.remove(edit);
}

function check(variable, value) {
  if (variable.value !== value) throw new Error(`${variable.name} is ${variable.value}, not ${value}`);
}

/** A long chain of equalities: what is written at its head must arrive at its tail. */
function chain(length) {
  const planner = new Planner();
  const variables = Array.from({ length: length + 1 }, (_, i) => new Variable(`v${i}`));
  for (let i = 0; i < length; i++) {
    planner.add(new EqualityConstraint(variables[i], variables[i + 1], Strength.REQUIRED));
  }
  const head = variables[0];
  const tail = variables[length];
  planner.add(new StayConstraint(tail, Strength.STRONG_DEFAULT));
  const edit = planner.add(new EditConstraint(head, Strength.PREFERRED));
  const plan = planner.planFor([edit]);
  for (let i = 0; i < EDITS; i++) {
    head.value = i;
    execute(plan);
    check(tail, i);
  }
  planner.remove(edit);
  return planner.satisfactions;
}

/** Points mapped through a common scale and offset; each of the four parts is changed in turn. */
function projection(count) {
  const planner = new Planner();
  const scale = new Variable('scale', 10);
  const offset = new Variable('offset', 1000);
  const points = [];
  for (let i = 0; i < count; i++) {
    const from = new Variable(`from${i}`, i);
    const to = new Variable(`to${i}`, i);
    points.push({ from, to });
    planner.add(new StayConstraint(from, Strength.NORMAL));
    planner.add(new ScaleConstraint(from, scale, offset, to, Strength.REQUIRED));
  }
  const { from, to } = points[count - 1];
  assign(planner, from, 17);
  check(to, 1170);
  assign(planner, to, 1050);
  check(from, 5);
  assign(planner, scale, 5);
  points.slice(0, -1).forEach((point, i) => check(point.to, i * 5 + 1000));
  assign(planner, offset, 2000);
  points.slice(0, -1).forEach((point, i) => check(point.to, i * 5 + 2000));
  return points.reduce((sum, point) => sum + point.to.value, planner.satisfactions);
}

let satisfactions = 0;
let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  satisfactions += chain(SIZE);
  checksum += projection(SIZE);
}
console.log(`deltablue: ${ROUNDS} rounds of size ${SIZE}`);
console.log(`chain: ${satisfactions} constraints satisfied`);
console.log(`projection: checksum ${checksum}`);
