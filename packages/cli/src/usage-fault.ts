import { type Diagnostic, diagnostic, said } from '@qingdan/core';
import type { CommanderError } from 'commander';

/** What the parser of arguments found wrong, as a diagnostic; undefined of what it has no words of ours for. */
export function usageFault({ code, message }: CommanderError): Diagnostic | undefined {
  const [first = '', second = ''] = quoted(message);
  switch (code) {
    case 'commander.unknownCommand':
      return diagnostic('unknown-command', { command: first, nearest: nearestIn(message) });
    case 'commander.unknownOption':
      return diagnostic('unknown-option', { option: first, nearest: nearestIn(message) });
    case 'commander.missingArgument':
      return diagnostic('missing-argument', { argument: first });
    case 'commander.excessArguments':
      return diagnostic('too-many-arguments', { command: first });
    case 'commander.optionMissingArgument':
      return diagnostic('option-lacks-value', { option: first });
    case 'commander.missingMandatoryOptionValue':
      return diagnostic('missing-option', { option: first });
    case 'commander.conflictingOption':
      return diagnostic('conflicting-options', { option: first, other: second });
    case 'commander.invalidArgument': {
      const option = first.replace(/ .*/, '');
      return diagnostic('bad-option', { option, value: second, ...expectedIn(message) });
    }
    default:
      return undefined;
  }
}

/** What the user wrote may have quotes of its own: a value ends where the words of the message go on. */
function quoted(message: string): string[] {
  return [...message.matchAll(/'([\s\S]*?)'(?= |\.|\n|$)/g)].map((match) => match[1] ?? '');
}

function nearestIn(message: string): string {
  const nearest = /\(Did you mean (?:one of )?(.+?)\?\)$/.exec(message)?.[1];
  return nearest === undefined ? '' : ` → \`${nearest}\`?`;
}

function expectedIn(message: string): Readonly<Record<string, string>> {
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  return said(
    'expected',
    choices === undefined
      ? { zh: '不小于1的整数', en: 'a whole number from 1' }
      : { zh: choices.replaceAll(', ', '、'), en: choices },
  );
}
