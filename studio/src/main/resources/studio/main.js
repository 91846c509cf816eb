// The frame around the pages: navigation, and which page is shown.
import { h, empty } from './lib/dom.js';
import { learnWhatIsDropped } from './lib/learn.js';
import { PAGES, onwards, pageAt, present, remember } from './lib/pages.js';
import { loading } from './lib/loading.js';
import { write } from './lib/state.js';
import { sentence } from './lib/words.js';

const root = document.getElementById('page');
const nav = document.getElementById('nav');
const links = PAGES.map(({ path, title }) => h('a', { href: path, 'data-page': path.slice(1) || 'home' }, title));
const more = h('details.more', {}, h('summary', {}, 'More'), h('div.more-links', {}, links.filter((_, i) => PAGES[i].more)));
let leave = () => {};
let turn = 0;

// Not with scrollIntoView(), after which Chromium 150 lets the Tab key go on from the link.
function bringToMiddle(link) {
  const row = link?.closest('.nav-links');
  if (!row) return;
  const [bar, box] = [row.getBoundingClientRect(), link.getBoundingClientRect()];
  row.scrollLeft += box.left + box.width / 2 - bar.left - bar.width / 2;
}

// The bar leads to each page with the material that is shown now.
function lead() {
  PAGES.forEach(({ path }, i) => links[i].setAttribute('href', path === location.pathname ? path + location.search : onwards(path, location.search)));
}

function mark(page) {
  more.open = false;
  links.forEach((link, i) => {
    if (PAGES[i] === page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  more.classList.toggle('current', Boolean(page?.more));
  bringToMiddle(nav.querySelector('[aria-current]'));
  lead();
}

// A page is a module with `mount(root)`, which returns what to do when the page is left.
async function show() {
  const mine = ++turn;
  write.cancel();
  leave();
  leave = () => {};
  if (present(location) !== location.pathname + location.search) history.replaceState(null, '', present(location));
  const page = pageAt(location.pathname);
  const title = page?.title ?? 'No such page';
  document.title = `${title} – Ikat studio`;
  root.setAttribute('aria-label', title);
  mark(page);
  root.replaceChildren();
  root.removeAttribute('aria-busy');
  root.className = page?.module ?? '';
  if (!page) {
    root.append(empty('There is no such page', `Nothing is at ${location.pathname}. The studio’s pages are in the bar above.`));
    return;
  }
  const waiting = loading(title, !['home', 'train', 'compare'].includes(page.module));
  root.append(waiting);
  root.setAttribute('aria-busy', 'true');
  try {
    const module = await import(`./pages/${page.module}.js`).catch((cause) => {
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

function go(address, replace = false) {
  write.flush();
  remember(location);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  show();
}

nav.append(h('div.nav-links', {}, links.filter((_, i) => !PAGES[i].more)), more);
document.addEventListener('click', (event) => {
  if (more.open && !more.contains(event.target)) more.open = false;
  const link = event.target.closest?.('a[href^="/"]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || link.target || link.hasAttribute('download') || link.pathname.startsWith('/api')) return;
  event.preventDefault();
  write.flush(); // so that the links of the bar lead on with what was chosen last
  go(link.getAttribute('href'));
});
more.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !more.open) return;
  more.open = false;
  more.querySelector('summary').focus();
});
addEventListener('addresswritten', lead);
addEventListener('goto', ({ detail: { address, replace } }) => go(address, replace));
// A page takes the entries that are steps of its own. It hears of them by an event that it can stop: listeners of a
// window are called in the order in which they came, and the frame's came first.
addEventListener('popstate', ({ state }) => {
  if (dispatchEvent(new CustomEvent('step', { detail: state, cancelable: true }))) show();
});
learnWhatIsDropped();
show();
