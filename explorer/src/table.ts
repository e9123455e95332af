import { type Cell, csvText } from './csv';
import { fill, h } from './dom';
import { downloadText } from './download';
import { counted, whole } from './text';

export interface Column {
  title: string;
  /** What rows are sorted by and what the CSV has. */
  value: (row: number) => Cell;
  /** What is shown; the value where it is left out. */
  show?: (row: number) => Node | string;
  numeric?: boolean;
  /** Kept in one line. */
  date?: boolean;
  /** Only in the CSV. */
  hidden?: boolean;
}

export interface TableOptions {
  name: string;
  what: [one: string, many: string];
  rows: number[];
  columns: Column[];
  sortedBy: number;
  matches: (query: string) => (row: number) => boolean;
  file: string;
}

const rowsAPage = 50;

const compare = (x: Cell, y: Cell): number => {
  if (x === y) return 0;
  if (x === null || x === undefined || x === '') return 1;
  if (y === null || y === undefined || y === '') return -1;
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x).localeCompare(String(y), 'en');
};

/** A table that can be searched, sorted by its headings, leafed through, and taken along as CSV. */
export class DataTable {
  readonly element: HTMLElement;
  private readonly body = h('tbody', {});
  private readonly count = h('p', { class: 'faint', role: 'status' });
  private readonly pager = h('nav', { class: 'pager' });
  private readonly headings: HTMLElement[] = [];
  private readonly shownColumns: Column[];
  private rows: number[];
  private sort: { column: Column; descending: boolean };
  private query = '';
  private page = 0;

  constructor(private readonly options: TableOptions) {
    this.shownColumns = options.columns.filter((column) => !column.hidden);
    const first = options.columns[options.sortedBy];
    this.sort = { column: first, descending: first.numeric === true };
    this.rows = options.rows;
    const search = h('input', {
      type: 'search',
      'aria-label': `Search ${options.what[1]}`,
      placeholder: `Search ${options.what[1]}`,
      oninput: () => {
        this.query = search.value;
        this.update();
      },
    });
    this.pager.setAttribute('aria-label', `Pages of ${options.name}`);
    this.element = h(
      'section',
      { class: 'data-table', 'aria-label': options.name },
      h('div', { class: 'bar' }, search, this.count, h('button', { type: 'button', onclick: () => this.save() }, 'Download CSV')),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': options.name },
        h('table', {}, h('caption', { class: 'unseen' }, options.name), h('thead', {}, h('tr', {}, this.shownColumns.map((c) => this.heading(c)))), this.body),
      ),
      this.pager,
    );
    this.update();
  }

  setRows(rows: number[]): void {
    this.options.rows = rows;
    this.update();
  }

  private heading(column: Column): HTMLElement {
    const heading = h(
      'th',
      { scope: 'col', class: column.numeric ? 'number' : undefined },
      h('button', { type: 'button', onclick: () => this.sortBy(column) }, column.title),
    );
    this.headings.push(heading);
    return heading;
  }

  private sortBy(column: Column): void {
    const isSame = this.sort.column === column;
    this.sort = { column, descending: isSame ? !this.sort.descending : column.numeric === true };
    this.update();
  }

  private update(): void {
    const { column, descending } = this.sort;
    const matches = this.options.matches(this.query);
    const sign = descending ? -1 : 1;
    const isEmpty = (cell: Cell): boolean => cell === null || cell === undefined || cell === '';
    this.rows = this.options.rows
      .filter((row) => matches(row))
      .map((row) => ({ row, value: column.value(row) }))
      .sort((x, y) => {
        const order = compare(x.value, y.value);
        return (isEmpty(x.value) || isEmpty(y.value) ? order : sign * order) || x.row - y.row;
      })
      .map(({ row }) => row);
    this.page = 0;
    this.headings.forEach((heading, i) => {
      if (this.shownColumns[i] === column) heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    });
    this.show();
  }

  private show(): void {
    const begin = this.page * rowsAPage;
    const some = this.rows.slice(begin, begin + rowsAPage);
    fill(
      this.body,
      some.map((row) =>
        h(
          'tr',
          {},
          this.shownColumns.map((column, i) => {
            const content = column.show ? column.show(row) : String(column.value(row) ?? '');
            return i === 0
              ? h('th', { scope: 'row' }, content)
              : h('td', { class: column.numeric ? 'number' : column.date ? 'date' : undefined }, content);
          }),
        ),
      ),
      some.length === 0 && h('tr', {}, h('td', { colspan: this.shownColumns.length, class: 'empty' }, `No ${this.options.what[1]} here.`)),
    );
    const [one, many] = this.options.what;
    const all = this.options.rows.length;
    this.count.textContent =
      this.rows.length === all ? counted(all, one, many) : `${whole(this.rows.length)} of ${counted(all, one, many)}`;
    this.showPager(begin, some.length);
  }

  private showPager(begin: number, count: number): void {
    const turn = (title: string, by: number, isOff: boolean): HTMLElement =>
      h('button', { type: 'button', disabled: isOff, onclick: () => {
          this.page += by;
          this.show();
        } }, title);
    this.pager.hidden = this.rows.length <= rowsAPage;
    fill(
      this.pager,
      turn('Previous', -1, this.page === 0),
      h('span', { class: 'faint' }, `${whole(begin + 1)}–${whole(begin + count)} of ${whole(this.rows.length)}`),
      turn('Next', 1, begin + count >= this.rows.length),
    );
  }

  private save(): void {
    const header = this.options.columns.map((column) => column.title.toLowerCase().replaceAll(' ', '_'));
    const rows = this.rows.map((row) => this.options.columns.map((column) => column.value(row)));
    downloadText(this.options.file, csvText(header, rows), 'text/csv');
  }
}
