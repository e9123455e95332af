// The little of a browser that modules ask for when they are loaded.
const root = { dataset: { theme: 'light' } };
Object.assign(globalThis, {
  document: { documentElement: root },
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
});
