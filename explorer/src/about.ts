import { h } from './dom';
import { downloadText } from './download';
import type { Model } from './model';
import { isoDay } from './days';
import { counted, listed, measureName, whole } from './text';

const methods: [string, string, string][] = [
  ['Communities', 'Leiden algorithm, modularity or constant Potts model', 'Traag, Waltman, van Eck 2019, doi:10.1038/s41598-019-41695-z'],
  ['More than chance', 'Stochastic degree sequence model: each person’s number of meetings and each meeting’s size are kept on average', 'Neal 2014, doi:10.1016/j.socnet.2014.06.001; Saracco et al. 2015, doi:10.1038/srep10595'],
  ['Adjusted p-values', 'Expected share of false discoveries among all pairs that could have met', 'Benjamini, Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x'],
  ['Backbone', 'Disparity filter', 'Serrano, Boguñá, Vespignani 2009, doi:10.1073/pnas.0808904106'],
  ['Betweenness', 'Shares of shortest paths; where weighted, the length of a tie is 1/weight', 'Brandes 2001, doi:10.1080/0022250X.2001.9990249'],
  ['PageRank', 'Random walk over ties by weight, damping 0.85', 'Brin, Page 1998, doi:10.1016/S0169-7552(98)00110-X'],
];

const section = (title: string, ...content: (Node | string | false)[]): HTMLElement => h('section', { class: 'card' }, h('h2', {}, title), ...content);

/** What a reader needs to find the same documents: their names, how many, and of when. */
function corpusTold(model: Model): string {
  const { inputs, summary } = model.data;
  const named = inputs.length > 5 ? [...inputs.slice(0, 4), `${whole(inputs.length - 4)} more inputs`] : inputs;
  const parts = [listed(named.map((one) => (one === '-' ? 'the standard input' : one)))];
  if (summary.read) parts.push(counted(summary.read.files, 'file', 'files'), counted(summary.read.read, 'document or record', 'documents and records'));
  if (model.span) parts.push(`meetings from ${isoDay(model.span.first)} to ${isoDay(model.span.last)}`);
  return parts.filter(Boolean).join(', ');
}

export function aboutView(model: Model): HTMLElement {
  const { data } = model;
  const { read, occasions, network } = data.summary;
  const counts: [string, number | undefined][] = [
    ['Files read', read?.files],
    ['Articles', read?.articles],
    ['Records', read?.records],
    ['Used', read?.used],
    ['Without a meeting', read?.without_event],
    ['Known before', read?.known_before],
    ['Rejected', read?.rejected],
    ['Repaired', read?.repaired],
    ['Missing inputs', read?.missing],
    ['Reports of meetings', occasions?.told],
    ['Meetings', occasions?.events],
    ['Meetings that may be one', occasions?.doubtful],
    ['Components of the network', network?.components],
  ];
  return h(
    'div',
    { class: 'about' },
    h('h1', {}, 'How this was made'),
    section(
      'Please read this first',
      h('p', {}, 'This page is about people, many of them living. Each tie says that a document reported a meeting, nothing about why they met or what they thought. A machine read the documents: open a tie and read its sentences before you cite it, and correct what is wrong.'),
      h('p', {}, 'Laws on personal data hold for whoever publishes this page. Leave out what your question does not need.'),
    ),
    section(
      'From documents to this page',
      h('p', {}, `entente ${data.entente} read the documents, found who took part in which meeting, decided which names are one person and which reports are one meeting, and joined everybody who took part in the same. The weight of a tie is “${data.weight}”.`),
      h('table', { class: 'counts' }, h('caption', { class: 'unseen' }, 'Counts of the input'), h('tbody', {}, counts.flatMap(([title, value]) => (value === undefined ? [] : [h('tr', {}, h('th', { scope: 'row' }, title), h('td', { class: 'number' }, whole(value)))])))),
    ),
    section(
      'Methods',
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Methods' },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ['What', 'How', 'Source'].map((title) => h('th', { scope: 'col' }, title)))),
          h('tbody', {}, methods.map(([what, how, source]) => h('tr', {}, h('th', { scope: 'row' }, what), h('td', {}, how), h('td', {}, source)))),
        ),
      ),
      h('p', {}, `Measures on this page: ${data.measures.map(({ name }) => measureName(name)).join(', ') || 'none'}.`, data.test !== '' && ` Ties were tested by ${data.test}, against all pairs that could have met.`),
    ),
    section(
      'How to cite',
      h('p', {}, `entente, version ${data.entente}: graph analytics for diplomatic and military networks. Cite the version, the corpus and the study below, with which the same corpus gives the same figures.`),
      h('p', {}, `Corpus: ${corpusTold(model)}.`),
    ),
    section(
      'The study',
      h('p', {}, h('button', { type: 'button', onclick: () => downloadText('study.yaml', data.study, 'application/yaml') }, 'Download study.yaml')),
      h('details', {}, h('summary', {}, 'Every option'), h('pre', { tabindex: '0' }, data.study)),
    ),
  );
}
