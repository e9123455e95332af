import { firstPairs } from './leading';
import { isoDay } from './days';
import type { Model } from './model';
import { nameOf } from './names';
import { circles } from './tables';
import { countryName, counted, figure, listed, whole } from './text';

/** What the figures say, in words: who, when, the leading pairs and circles, what was left out and why. */
export function summarySentences(model: Model): { title: string; text: string }[] {
  return [
    { title: 'What was read', text: whatWasRead(model) },
    { title: 'Who met', text: whoMet(model) },
    { title: 'The leading pairs', text: leadingPairs(model) },
    { title: 'The circles', text: leadingCircles(model) },
    { title: 'What is left out', text: leftOut(model) },
  ].filter(({ text }) => text !== '');
}

function whatWasRead({ data }: Model): string {
  const { read, occasions } = data.summary;
  if (!read) return '';
  const what = read.articles > 0 ? counted(read.read, 'article or record', 'articles and records') : counted(read.read, 'record', 'records');
  const sentences = [`${what} from ${counted(read.files, 'file', 'files')} ${read.read === 1 ? 'was' : 'were'} read: ${whole(read.used)} used, ${whole(read.without_event)} without a meeting, ${whole(read.rejected)} rejected.`];
  if (occasions && occasions.told > occasions.events) sentences.push(`${whole(occasions.told)} reports tell of ${counted(occasions.events, 'meeting', 'meetings')}.`);
  return sentences.join(' ');
}

function whoMet(model: Model): string {
  const { network } = model.data.summary;
  const persons = network?.persons ?? model.numPersons;
  const when = model.span ? `, from ${isoDay(model.span.first)} to ${isoDay(model.span.last)}` : '';
  const countries = model.countries.slice(0, 3).map(({ code, persons: count }) => `${countryName(code)} (${whole(count)})`);
  const sentences = [`${counted(persons, model.who.one, model.who.many)} took part in ${counted(network?.events ?? model.numEvents, 'meeting', 'meetings')}${when}, which makes ${counted(network?.ties ?? model.numTies, 'tie', 'ties')} between two of them.`];
  if (countries.length > 1) sentences.push(`They stand for ${counted(model.countries.length, 'country or organisation', 'countries and organisations')}, most often ${listed(countries)}.`);
  return sentences.join(' ');
}

function leadingPairs(model: Model): string {
  const { ties } = model.data;
  const pairs = firstPairs(model, 3);
  if (pairs.length === 0) return 'Nobody met anybody.';
  const words = pairs.map((tie) => `${nameOf(model, ties.a[tie], 50)} and ${nameOf(model, ties.b[tie], 50)} (${counted(ties.events[tie], 'meeting', 'meetings')})`);
  const once = ties.events.reduce((sum, one) => sum + (one === 1 ? 1 : 0), 0);
  const tested = ties.p ? ` ${counted(ties.p.filter((p) => p !== null && p <= 0.05).length, 'pair', 'pairs')} met more often than chance explains (${model.data.test}, p ≤ 0.05).` : '';
  return `Most often met ${listed(words)}. ${whole(once)} of ${counted(ties.a.length, 'pair', 'pairs')} met once.${tested}`;
}

function leadingCircles(model: Model): string {
  const all = circles(model).filter(({ members }) => members.length > 2);
  const found = model.data.summary.communities;
  if (all.length === 0) return '';
  const words = all.slice(0, 3).map((circle) => {
    const names = circle.leading.slice(0, 2).map((person) => nameOf(model, person, 50));
    return `${listed(names)} (${counted(circle.members.length, model.who.one, model.who.many)})`;
  });
  const quality = found ? ` The division has the modularity ${figure(Math.round(found.modularity * 1000) / 1000)}.` : '';
  return `${counted(all.length, 'community', 'communities')} of three or more; the largest form around ${words.join('; ')}.${quality}`;
}

function leftOut(model: Model): string {
  const { data } = model;
  const { summary, limits } = data;
  const sentences: string[] = [];
  const { selection, network, large_events: large } = summary;
  if (selection && selection.left_out > 0) sentences.push(`The selection left out ${counted(selection.left_out, 'meeting', 'meetings')}, ${counted(selection.co_mentions, 'co-mention', 'co-mentions')} among them.`);
  if (network && network.events_without_date > 0) sentences.push(`${counted(network.events_without_date, 'meeting has', 'meetings have')} no date, so no span of time finds them.`);
  if (network && network.events_not_dated_to_the_day > 0) sentences.push(`${counted(network.events_not_dated_to_the_day, 'is', 'are')} not dated to the day.`);
  if (large?.rule) sentences.push(`${large.rule}.`);
  if (limits.persons > model.numPersons) sentences.push(`This page holds the ${whole(model.numPersons)} of ${whole(limits.persons)} ${model.who.many} with the strongest ties.`);
  if (limits.ties_left_out > 0) sentences.push(`To stay readable it draws and lists the backbone with everybody’s strongest tie, ${counted(model.numTies, 'tie', 'ties')}; the other ${whole(limits.ties_left_out)} are in pairs.csv of a run.`);
  if (limits.events > model.numEvents) sentences.push(`Of ${whole(limits.events)} meetings it holds ${whole(model.numEvents)}.`);
  if (limits.sentences_reduced) sentences.push('Sentences are kept for the newest three meetings of each pair, so that the file stays small.');
  if (!limits.quotes) sentences.push('The study asks for no sentences.');
  if (summary.measures_left_out && summary.measures_left_out.length > 0) sentences.push(`Too slow for a network of this size, and not computed: ${listed(summary.measures_left_out.map((name) => name.replaceAll('_', ' ')))}.`);
  return sentences.join(' ');
}
