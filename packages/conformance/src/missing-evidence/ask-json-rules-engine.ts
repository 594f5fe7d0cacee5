import { Engine, type EngineOptions, type TopLevelCondition } from 'json-rules-engine';
import { answerOf, type Peer } from './peer.js';

/** The rule as it stands: its grammar is this library's. */
function withOptions(name: string, options: EngineOptions): Peer {
  return {
    name,
    ask: async (rule, facts) => {
      const conditions = structuredClone(rule) as TopLevelCondition;
      const engine = new Engine([{ conditions, event: { type: 'violation' } }], options);
      try {
        const { events } = await engine.run(facts);
        return answerOf(events.length > 0);
      } catch {
        return 'error';
      }
    },
  };
}

export const JSON_RULES_ENGINE = withOptions('json-rules-engine', {});
export const JSON_RULES_ENGINE_LENIENT = withOptions('json-rules-engine, `allowUndefinedFacts`', {
  allowUndefinedFacts: true,
});
