import { SourceText, type Span } from '@qingdan/core';
import type { WantedPlace } from '../records/read-raw-records.js';
import { spanIn, type TextPlace } from '../text/place.js';
import { locateJson, pathKey } from './locate-json.js';

/** Where values of sound JSON stand; what isn't there is shown where it should be. */
export function placesOfValues(
  text: string,
  place: TextPlace,
  wanted: readonly WantedPlace[],
): Span[] {
  const found = locateJson(
    text,
    wanted.map(({ path }) => path),
  );
  const source = new SourceText(place.file, text);
  return wanted.map(({ path, key }) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const located = found.get(pathKey(path.slice(0, length)));
      if (located === undefined) continue;
      const stretch =
        key && length === path.length ? (located.key ?? located.value) : located.value;
      return spanIn(source, place, stretch.start, stretch.end);
    }
    return spanIn(source, place, 0, 1);
  });
}
