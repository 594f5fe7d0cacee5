import { describe, expect, it } from 'vitest';
import { printXml } from './xml.js';

describe('printXml', () => {
  it.each([
    ['a < b & c > "d"', 'a &lt; b &amp; c &gt; &quot;d&quot;'],
    [']]>', ']]&gt;'],
    ['\u0000\u001b[2J\u0085', '\\u{0}\\u{1b}[2J\u0085'],
    ['\ud800\ufffe', '\\u{d800}\\u{fffe}'],
    ['村𠮷\n\t', '村𠮷\n\t'],
    ['\r', '\\u{d}'],
  ])('writes the text %j', (text, written) => {
    expect(printXml({ name: 'a', content: text })).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<a>${written}</a>\n`,
    );
  });

  it('keeps the line breaks of attributes, and sets elements in', () => {
    const child = { name: 'b', attributes: { n: 1, t: 'x\ny' }, content: [] };
    expect(printXml({ name: 'a', content: [child] })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b n="1" t="x&#10;y"/>\n</a>\n',
    );
  });
});
