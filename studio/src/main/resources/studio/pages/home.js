// The Home page: a picture to begin with, and the library of what there is.
import { models, send } from '../lib/api.js';
import { h, toast } from '../lib/dom.js';
import { disk } from '../lib/disk.js';
import { listen } from '../lib/events.js';
import { chooseButton } from '../lib/learn.js';
import { read, write } from '../lib/state.js';
import { homeCard } from './home/card.js';
import { deletions } from './home/deletions.js';
import { renamed } from './home/rename.js';
import { shelves } from './home/shelves.js';

const DEFAULTS = { find: '' };

export async function mount(root) {
  const page = new Home(root);
  await page.load();
  return page.leave;
}

class Home {
  #state = read(DEFAULTS);
  #away = deletions(() => this.load());
  #kinds = shelves({
    changed: () => this.load(),
    rename: (what, name, path) => renamed(what, name, path, () => this.load()),
    remove: (item) => this.#away.remove(item),
    duplicate: (path, body) => this.#duplicate(path, body),
  });
  #ends = [];
  #cards = new Map();

  constructor(root) {
    this.list = h('div.shelves');
    this.search = h('input', {
      type: 'search', placeholder: 'Search the library', 'aria-label': 'Search the library', value: this.#state.find, autocomplete: 'off',
      oninput: () => {
        this.#state.find = this.search.value;
        write(this.#state, DEFAULTS);
        this.#show();
      },
    });
    this.none = h('p.soft', { role: 'status' });
    root.append(
      h(
        'div.page.home',
        {},
        h(
          'section.home-start.card',
          { 'aria-labelledby': 'home-title' },
          h('div', {}, h('h1', { id: 'home-title' }, 'A texture from a picture'), h('p.soft', {}, 'Drop a picture of a material anywhere, paste it, or choose it. It is learned before your eyes, and goes on without end.')),
          chooseButton(),
        ),
        h('div.home-search', {}, this.search),
        this.none,
        this.list,
        this.#away.element,
        h('div.jobpage', {}, disk()),
      ),
    );
    const again = () => this.load();
    this.#ends.push(listen('/api/trainings/events', { job: () => this.#soon(), gone: again }));
  }

  // Trainings tell of themselves twice a second.
  #soon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.load();
    }, 1500);
  }

  async load() {
    models.fresh();
    const kinds = await Promise.all(this.#kinds.map(async (kind) => ({ ...kind, items: await kind.load() })));
    this.kinds = kinds;
    this.#show();
    await this.#away.load();
  }

  async #duplicate(path, body = {}) {
    try {
      const { name } = await send(path, body);
      toast(`The copy is called ${name}.`);
      await this.load();
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }

  // A card that says the same stays the same element, so that none slips from under a finger.
  #card(item) {
    const said = JSON.stringify([item.name, item.note, item.image, item.href, item.actions.map(([title]) => title)]);
    const known = this.#cards.get(item.key);
    if (known?.said === said) return known.card;
    const card = homeCard(item);
    this.#cards.set(item.key, { said, card });
    return card;
  }

  #show() {
    const words = this.#state.find.trim().toLowerCase();
    let count = 0;
    const sections = this.kinds.map(({ title, empty, items }) => {
      const shown = items.filter((item) => !this.#away.hides(item) && `${item.name} ${item.note ?? ''}`.toLowerCase().includes(words));
      count += shown.length;
      if (!shown.length && (words || !empty)) return null;
      const id = `shelf-${title.toLowerCase().replaceAll(' ', '-')}`;
      return h(
        'section',
        { 'aria-labelledby': id },
        h('h2', { id }, title, ' ', h('span.soft', {}, shown.length ? String(shown.length) : '')),
        shown.length ? h('ul.home-cards', {}, shown.map((item) => this.#card(item))) : h('p.soft', {}, empty),
      );
    });
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    const { key } = focused?.closest('[data-key]')?.dataset ?? {};
    this.list.replaceChildren(...sections.filter(Boolean));
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    else if (key) this.list.querySelector(`[data-key="${CSS.escape(key)}"] .home-face`)?.focus({ preventScroll: true });
    this.none.textContent = words && !count ? `Nothing is called ${this.#state.find.trim()}.` : '';
  }

  leave = () => {
    clearTimeout(this.timer);
    this.#ends.forEach((end) => end());
    this.#away.flush();
  };
}

