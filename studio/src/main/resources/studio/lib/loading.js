// What stands on a page until it is there: its frame, and a quiet word after a moment.
import { h } from './dom.js';

// split: whether the page is a stage with a panel beside it.
export function loading(title, split) {
  const word = h('p.loading-word', { role: 'status' }, `Loading ${title} …`);
  const bars = () => h('div.loading-bars', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  if (!split) return h('div.page.loading', {}, h('h1', {}, title), word, bars());
  return h('div.split.loading', {}, h('div.stage', {}, word), h('div.panel', {}, bars()));
}
