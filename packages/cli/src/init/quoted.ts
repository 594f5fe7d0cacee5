/** A word as YAML reads it back: in quotes where it would be a number, a truth value or nothing. */
export function quoted(text: string): string {
  return /^(?:[\d.+~-]|(?:true|false|null|yes|no|on|off)$)/i.test(text)
    ? JSON.stringify(text)
    : text;
}
