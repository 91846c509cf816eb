// Links that keep a picture and its certificate as files.
import { h } from '../../lib/dom.js';

export function downloads() {
  const picture = h('a.button.primary', { role: 'link' }, 'Download PNG');
  const certificate = h('a.button', { role: 'link' }, 'Download certificate');
  const box = h('div.tile-files', {}, picture, certificate);

  box.clear = () => {
    for (const link of [picture, certificate]) {
      link.removeAttribute('href');
      link.setAttribute('aria-disabled', 'true');
    }
  };

  // Takes the addresses of both, and the name of the picture's file.
  box.offer = (made) => {
    Object.assign(picture, { href: made.picture, download: made.name });
    Object.assign(certificate, { href: made.certificate, download: made.name.replace(/\.png$/, '.wrap.json') });
    [picture, certificate].forEach((link) => link.removeAttribute('aria-disabled'));
  };
  return box;
}
