/** One contender with the rules and the inputs of a run, ready to be timed. */
export interface Runner {
  readonly name: string;
  /** What it says of one input, to be compared before anything is timed. */
  readonly answer: (index: number) => readonly string[] | Promise<readonly string[]>;
  /** Goes over some inputs as users of it would; gives a number that depends on every answer. */
  readonly pass: (from: number, until: number) => number | Promise<number>;
}

interface Work<Input, Given, Answer> {
  readonly inputs: readonly Input[];
  readonly judge: (input: Input) => Given;
  readonly idsOf: (answer: Answer) => readonly string[];
  readonly sizeOf: (answer: Answer) => number;
}

/** For an engine that answers at once. */
export function runner<Input, Answer>(
  name: string,
  { inputs, judge, idsOf, sizeOf }: Work<Input, Answer, Answer>,
): Runner {
  return {
    name,
    answer: (index) => idsOf(judge(inputs[index] as Input)),
    pass: (from, until) => {
      let size = 0;
      for (let index = from; index < until; index += 1)
        size += sizeOf(judge(inputs[index] as Input));
      return size;
    },
  };
}

/** For an engine that answers by a promise. Each answer is awaited before the next is asked. */
export function asyncRunner<Input, Answer>(
  name: string,
  { inputs, judge, idsOf, sizeOf }: Work<Input, Promise<Answer>, Answer>,
): Runner {
  return {
    name,
    answer: async (index) => idsOf(await judge(inputs[index] as Input)),
    pass: async (from, until) => {
      let size = 0;
      for (let index = from; index < until; index += 1)
        size += sizeOf(await judge(inputs[index] as Input));
      return size;
    },
  };
}
