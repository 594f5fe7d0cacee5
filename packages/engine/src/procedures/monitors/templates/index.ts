import type { Constraint, Template } from '@qingdan/core';
import type { Context } from '../../context.js';
import type { MonitorKind } from '../../monitor.js';

export function template(_c: Constraint, _t: Template, _x: Context): MonitorKind {
  throw new Error('soon');
}
