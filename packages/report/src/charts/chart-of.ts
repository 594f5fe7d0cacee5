import type { Day, Procedure } from '@qingdan/core';
import { createSpeech } from '../sentences/create-speech.js';
import type { Voice } from '../values/voice.js';
import { buildChart } from './build/build-chart.js';
import type { Chart } from './chart.js';

/** The chart of a procedure, with the figures in force on a day. */
export function chartOf(procedure: Procedure, voice: Voice, asOf: Day): Chart {
  const kind = voice.policy.records.get(procedure.record);
  return buildChart(procedure, createSpeech(voice, kind, asOf), asOf);
}
