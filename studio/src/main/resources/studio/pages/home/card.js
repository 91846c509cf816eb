// One thing of the library: its picture and name lead to it, a menu has the rest.
import { h } from '../../lib/dom.js';

export function homeCard({ key, name, note, image, href, download, actions }) {
  const file = h('span.home-file', { 'aria-hidden': 'true' }, name.split('.').pop().toUpperCase());
  // What an export was made of may be gone, while its file is there.
  const picture = image ? h('img', { src: image, alt: '', width: 160, height: 160, loading: 'lazy', onerror: () => picture.replaceWith(file) }) : file;
  const face = [picture, h('strong', {}, name), h('small', {}, note)];
  const menu = h('details.menu', {}, h('summary', { 'aria-label': `What to do with ${name}` }, '⋯'));
  const close = () => {
    menu.open = false;
    menu.querySelector('summary').focus();
  };
  menu.append(
    h(
      'div.menu-items',
      {},
      actions.map(([title, what]) =>
        typeof what === 'string'
          ? h('a', { href: what, target: what.startsWith('/api') ? '_blank' : undefined }, title)
          : h('button', { type: 'button', onclick: () => (close(), what()) }, title),
      ),
    ),
  );
  menu.addEventListener('keydown', (event) => event.key === 'Escape' && menu.open && close());
  menu.addEventListener('focusout', (event) => !menu.contains(event.relatedTarget) && event.relatedTarget && (menu.open = false));
  return h('li.home-card', { 'data-key': key }, href ? h('a.home-face', { href, download }, face) : h('span.home-face', {}, face), menu);
}
