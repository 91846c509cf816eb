// The frame around the pages: navigation, and which page is shown.
import { h, empty } from './lib/dom.js';
import { loading } from './lib/loading.js';
import { write } from './lib/state.js';
import { sentence } from './lib/words.js';

const pages = [
  ['plane', 'Plane'],
  ['mixer', 'Mixer'],
  ['brush', 'Brush'],
  ['webcam', 'Webcam'],
  ['tile', 'Tile'],
  ['train', 'Train'],
  ['compare', 'Compare'],
];
const root = document.getElementById('page');
const nav = document.getElementById('nav');
let leave = () => {};
let turn = 0;

// Of the page that the address names; undefined where there is none.
function name() {
  const first = location.pathname.split('/')[1];
  return first ? pages.find(([page]) => location.pathname === `/${page}`)?.[0] : 'plane';
}

// Not with scrollIntoView(), after which Chromium 150 lets the Tab key go on from the link.
function bringToMiddle(link) {
  if (!link) return;
  const [bar, box] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  nav.scrollLeft += box.left + box.width / 2 - bar.left - bar.width / 2;
}

// A page is a module with `mount(root)`, which returns what to do when the page is left.
async function show() {
  const mine = ++turn;
  write.cancel();
  leave();
  leave = () => {};
  const page = name();
  const title = pages.find(([id]) => id === page)?.[1] ?? 'No such page';
  document.title = `${title} – Ikat studio`;
  root.setAttribute('aria-label', title);
  for (const link of nav.children) {
    if (link.dataset.page === page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  bringToMiddle(nav.querySelector('[aria-current]'));
  root.replaceChildren();
  root.removeAttribute('aria-busy');
  root.className = page ?? '';
  if (!page) {
    root.append(empty('There is no such page', `Nothing is at ${location.pathname}. The studio’s pages are in the bar above.`));
    return;
  }
  const waiting = loading(title, !['train', 'compare'].includes(page));
  root.append(waiting);
  root.setAttribute('aria-busy', 'true');
  try {
    const module = await import(`./pages/${page}.js`).catch((cause) => {
      throw new Error('the studio does not answer; is it still running?', { cause });
    });
    if (mine !== turn) return;
    const left = (await module.mount(root)) || (() => {});
    if (mine === turn) leave = left;
    else left();
  } catch (failure) {
    console.error(failure);
    root.replaceChildren(
      empty(
        'This page could not be opened',
        sentence(failure.message),
        h('button', { onclick: show }, 'Try again'),
      ),
    );
  } finally {
    waiting.remove();
    if (mine === turn) root.removeAttribute('aria-busy');
  }
}

export function go(address) {
  history.pushState(null, '', address);
  show();
}

nav.append(...pages.map(([id, title]) => h('a', { href: `/${id}`, 'data-page': id }, title)));
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || link.target || link.hasAttribute('download') || link.pathname.startsWith('/api')) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', show);
show();
