import {
  arithmetic,
  elapsed,
  type Expression,
  partOf,
  shift,
  valueInForce,
  without,
} from '@qingdan/core';
import { compileAggregate, compileLookup } from './aggregate.js';
import type { Read } from './frame.js';
import type { Scope } from './scope.js';
import { compileTable } from './table.js';

export function compileExpression(expression: Expression, scope: Scope): Read {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'fact':
      return scope.readPath(expression.path);
    case 'parameter': {
      const parameter = scope.policy.parameters.get(expression.id);
      const byEpoch = scope.epochs.map((day) => valueInForce(parameter, day)?.value);
      return (frame) => byEpoch[frame.epoch];
    }
    case 'table':
      return compileTable(expression, scope);
    case 'aggregate':
      return compileAggregate(expression, scope);
    case 'lookup':
      return compileLookup(expression, scope);
    case 'arithmetic': {
      const left = scope.read(expression.left);
      const right = scope.read(expression.right);
      const { name } = expression;
      return (frame) => arithmetic(name, left(frame), right(frame));
    }
    case 'elapsed': {
      const from = scope.read(expression.from);
      const to = scope.read(expression.to);
      const { name } = expression;
      return (frame) => elapsed(name, from(frame), to(frame), frame.world.calendar);
    }
    case 'shift': {
      const date = scope.read(expression.date);
      const by = scope.read(expression.by);
      const { backwards } = expression;
      return (frame) => shift(date(frame), by(frame), backwards, frame.world.calendar);
    }
    case 'part': {
      const of = scope.read(expression.of);
      const { unit } = expression;
      return (frame) => partOf(of(frame), unit);
    }
    case 'without': {
      const list = scope.read(expression.list);
      const removed = scope.read(expression.removed);
      return (frame) => without(list(frame), removed(frame));
    }
  }
}
