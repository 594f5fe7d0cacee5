/** The line by which editors find the schema of a policy file. */
const MODELINE = /^# yaml-language-server: \$schema=.*(?:\r?\n|$)/;

/**
 * The modeline of a file, given its path below the folder that holds `schemas/`; undefined for files without a schema.
 *
 * @example
 * modelineFor('policies/national/roles.yaml')
 * // '# yaml-language-server: $schema=../../schemas/policy.schema.json'
 */
export function modelineFor(file: string): string | undefined {
  const parts = file.split(/[/\\]/);
  const name = parts.at(-1) ?? '';
  if (!name.endsWith('.yaml') || name === 'qingdan.lock.yaml') return undefined;
  const schema =
    name === 'qingdan.yaml' ? 'manifest' : name.endsWith('.test.yaml') ? 'test' : 'policy';
  const up = '../'.repeat(parts.length - 1);
  return `# yaml-language-server: $schema=${up}schemas/${schema}.schema.json`;
}

export function withoutModeline(text: string): string {
  return text.replace(MODELINE, '');
}
