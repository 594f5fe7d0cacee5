import type { RiskLevel } from '@qingdan/core';

/** Types for Chinese that systems have, then whatever they have. */
export const FONTS =
  "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

export const SIZES = { title: 20, caption: 11, head: 12, task: 13, small: 11, flow: 11 } as const;

export const INK = '#1f2328';
export const FAINT = '#59636e';
export const LINE = '#57606a';
export const PAPER = '#ffffff';
export const SHADE = '#f4f7fa';
export const HEAD = '#e3ebf3';
export const RULE = '#c3ccd6';
export const DECISION = { fill: '#fff8e1', stroke: '#a97c00' } as const;
export const DONE = { fill: '#e6f4ea', stroke: '#2e7d32' } as const;
export const REFUSED = { fill: '#fdecea', stroke: '#b3261e' } as const;
export const RISK: Readonly<Record<RiskLevel, string>> = {
  high: '#b3261e',
  medium: '#a65300',
  low: '#2e7d32',
};
