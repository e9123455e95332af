import { h } from './dom';

type Theme = 'auto' | 'light' | 'dark';
const key = 'entente-theme';

const listeners: (() => void)[] = [];
export const onThemeChange = (listener: () => void): void => void listeners.push(listener);

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

function remembered(): Theme {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

function use(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'auto' && prefersDark.matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

export const isDark = (): boolean => root.dataset.theme === 'dark';

/** The value of a custom property of the style, as `--ink`. */
export const themed = (property: string): string => getComputedStyle(root).getPropertyValue(property).trim();

export function themeButton(): HTMLElement {
  use(remembered());
  const label = (): string => (isDark() ? 'Light theme' : 'Dark theme');
  const button = h('button', { class: 'quiet', type: 'button', onclick: toggle }, label());
  function toggle(): void {
    const theme: Theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem(key, theme);
    } catch {
      // Pages opened from disk may remember nothing.
    }
    use(theme);
  }
  onThemeChange(() => {
    button.textContent = label();
  });
  prefersDark.addEventListener('change', () => use(remembered()));
  return button;
}
