import picocolors from 'picocolors';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a line for a terminal, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

export function createPaint(enabled: boolean): Paint {
  const colours = picocolors.createColors(enabled);
  return (colour, text) => colours[colour](text);
}
