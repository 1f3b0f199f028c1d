// Which statements of a script can give it its completion value.
//
// The value of a list is that of the last statement that has one (UpdateEmpty), so most statements need not keep theirs:
// only those after which control can leave the list without another value, at its end or by a break or continue.
import type { Statement } from 'acorn';

/** For each statement of a list whose own value counts: whether its value may be the list's. */
export function completionIsLive(list: readonly Statement[]): boolean[] {
  const live: boolean[] = new Array<boolean>(list.length);
  let after = true;
  for (let i = list.length - 1; i >= 0; i--) {
    live[i] = after || (hasValue(list[i]) && containsJump(list[i]));
    after = liveBefore(list[i], after);
  }
  return live;
}

function hasValue(statement: Statement): boolean {
  return statement.type !== 'ExpressionStatement';
}

/** Whether a value set before the statement may still be the list's, if one set behind it may (`after`). */
function liveBefore(statement: Statement, after: boolean): boolean {
  switch (statement.type) {
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'VariableDeclaration':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return after;
    case 'LabeledStatement':
      return liveBefore(statement.body, after);
    case 'BlockStatement': {
      let live = after;
      for (let i = statement.body.length - 1; i >= 0; i--) live = liveBefore(statement.body[i], live);
      return live;
    }
    default:
      // Expressions have a value; if, loops, switch and try have at least undefined.
      return false;
  }
}

/** A statement in which control may leave the statements around by break or continue, taking the value along. */
function containsJump(statement: Statement): boolean {
  switch (statement.type) {
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'LabeledStatement':
    case 'WithStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return containsJump(statement.body);
    case 'BlockStatement':
      return statement.body.some(containsJump);
    case 'IfStatement': {
      let last: Statement | null | undefined = statement;
      for (; last?.type === 'IfStatement'; last = last.alternate) if (containsJump(last.consequent)) return true;
      return last != null && containsJump(last);
    }
    case 'SwitchStatement':
      return statement.cases.some((each) => each.consequent.some(containsJump));
    case 'TryStatement':
      return (
        statement.block.body.some(containsJump) ||
        (statement.handler != null && statement.handler.body.body.some(containsJump)) ||
        (statement.finalizer != null && statement.finalizer.body.some(containsJump))
      );
    default:
      return false;
  }
}
