import { fill, h, newId } from './dom';
import type { Model } from './model';
import { nameOf } from './names';
import { countryName, folded, shortened } from './text';

const mostFound = 8;

/** Persons whose name, or another form of it, has all words of the query; the most prominent first. */
export class PersonIndex {
  private readonly texts: string[];
  private readonly order: number[];

  constructor(model: Model) {
    const { name, forms, country, position } = model.data.persons;
    this.texts = name.map((one, person) =>
      folded([one, ...forms[person], countryName(country[person]), position[person]].join(' ').slice(0, 2000)),
    );
    const prominence = model.prominence;
    this.order = [...name.keys()].sort((x, y) => (prominence[y] ?? 0) - (prominence[x] ?? 0) || x - y);
  }

  find(query: string, most = mostFound): number[] {
    const words = folded(query).split(/\s+/).filter(Boolean);
    const found: number[] = [];
    if (words.length === 0) return found;
    for (const person of this.order) {
      if (words.every((word) => this.texts[person].includes(word))) found.push(person);
      if (found.length === most) break;
    }
    return found;
  }

  matches(query: string): (person: number) => boolean {
    const words = folded(query).split(/\s+/).filter(Boolean);
    return (person) => words.every((word) => this.texts[person].includes(word));
  }
}

/** A field with a list of persons below, as the combobox pattern of WAI-ARIA has it. */
export function personField(
  model: Model,
  index: PersonIndex,
  label: string,
  choose: (person: number) => void,
  options: { keepsName: boolean; hidesLabel: boolean },
): { element: HTMLElement; input: HTMLInputElement } {
  const [listId, inputId] = [newId(), newId()];
  let found: number[] = [];
  let active = -1;
  const list = h('ul', { id: listId, role: 'listbox', class: 'found', hidden: true, 'aria-label': label });
  const input = h('input', {
    id: inputId,
    type: 'search',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: options.hidesLabel ? label : 'Name',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    oninput: () => show(index.find(input.value)),
    onkeydown: onKey,
    onblur: () => setTimeout(close, 150),
  });

  function close(): void {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function pick(person: number): void {
    input.value = options.keepsName ? nameOf(model, person) : '';
    close();
    choose(person);
  }
  function show(persons: number[]): void {
    found = persons;
    active = -1;
    const { country, position } = model.data.persons;
    fill(
      list,
      persons.map((person, i) =>
        h(
          'li',
          { role: 'option', id: `${listId}-${i}`, 'aria-selected': 'false', onpointerdown: (event: Event) => {
              event.preventDefault();
              pick(person);
            } },
          h('bdi', {}, nameOf(model, person, 60)),
          h('span', { class: 'faint' }, ' ', [countryName(country[person]), shortened(position[person], 40)].filter(Boolean).join(', ')),
        ),
      ),
      persons.length === 0 && input.value.trim() !== '' && h('li', { class: 'faint', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nobody of that name'),
    );
    list.hidden = input.value.trim() === '';
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  }
  function move(by: number): void {
    if (found.length === 0) return;
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (active + by + found.length) % found.length;
    list.children[active].setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', `${listId}-${active}`);
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(active < 0 ? 0 : -1);
    else if (event.key === 'Enter' && found.length > 0 && !list.hidden) pick(found[Math.max(active, 0)]);
    else if (event.key === 'Escape' && !list.hidden) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  const element = h(
    'div',
    { class: 'person-field' },
    h('label', { for: inputId, class: options.hidesLabel ? 'unseen' : undefined }, label),
    input,
    list,
  );
  return { element, input };
}
