// Keeps the cards of all jobs of a kind as the studio has them: listed at first, then by events.
import { json } from './api.js';
import { toast } from './dom.js';
import { listen } from './events.js';

// what: {path, word of the list in the answer, card(id) makes a card with `element` and `show(job)`,
// list to put cards into, hint() says that there are none, events(cards) listens to more, shown(job, the state
// before), refreshed(jobs, cards), failed(sentence)}; returns {put, start}, and start how to stop.
export function jobList({ path, word, card: make, list, hint, events = () => ({}), shown = () => {}, refreshed = () => {}, failed = (sentence) => toast(sentence, 'error') }) {
  const cards = new Map();

  function put(job, first = false) {
    let card = cards.get(job.id);
    if (!card) {
      card = make(job.id);
      cards.set(job.id, card);
      if (first) list.prepend(card.element);
      else list.append(card.element);
    }
    const before = card.state?.();
    card.show(job);
    shown(job, before);
    tell();
    return card;
  }

  function drop(id) {
    cards.get(id)?.element.remove();
    cards.delete(id);
    tell();
  }

  function tell() {
    list.querySelector('.empty')?.remove();
    if (!cards.size) list.append(hint());
  }

  async function refresh() {
    try {
      const jobs = (await json(path))[word];
      const known = new Set(jobs.map((job) => job.id));
      [...cards.keys()].filter((id) => !known.has(id)).forEach(drop);
      for (const job of jobs) put(job);
      tell();
      await refreshed(jobs, cards);
    } catch (failure) {
      failed(failure.message);
    }
  }

  async function start() {
    await refresh();
    const own = { job: (job) => put(job, !cards.has(job.id)), gone: (event) => drop(event.id) };
    return listen(`${path}/events`, { ...own, ...events(cards) }, refresh);
  }
  return { put, start };
}
