import { JSDOM } from 'jsdom';

/** Gives what expects a browser a window, until what is returned is called. */
export function openWindow(): () => void {
  const { window } = new JSDOM('<!doctype html>', {
    url: 'http://localhost/',
    pretendToBeVisual: true,
  });
  const added = Object.getOwnPropertyNames(window).filter(
    (name) => !(name in globalThis) && !name.startsWith('_'),
  );
  for (const name of added) {
    const value: unknown = Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const name of added) Reflect.deleteProperty(globalThis, name);
    window.close();
  };
}
