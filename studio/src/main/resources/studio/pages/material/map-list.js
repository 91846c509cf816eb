// The pictures of a material, small: each can be left out, and looked at pixel by pixel.
import { h } from '../../lib/dom.js';

const TITLES = { color: 'Colours', normal: 'Normals', height: 'Height', roughness: 'Roughness', metallic: 'Metal', ao: 'Occlusion', opacity: 'Opacity' };

// `onoff(name, off)` when one is left out or used again.
export function mapList(onoff) {
  const list = h('ul.material-maps');
  const origin = h('p.soft', {}, 'The maps are on their way.');
  const box = h('section', { 'aria-labelledby': 'material-maps' }, h('h2', { id: 'material-maps' }, 'Maps'), origin, list);
  const viewer = viewerOf();
  box.append(viewer);
  let addresses = [];

  // facts: {made, maps}; blobs by name; off: names that are left out; lift: whether heights are shown.
  box.show = ({ facts, blobs }, off, lift) => {
    box.end();
    origin.textContent = facts.made
      ? 'The model has no maps, so these are estimated from the colours.'
      : 'The maps of the model, pixel on pixel.';
    const names = Object.keys(TITLES).filter((name) => blobs[name]);
    list.replaceChildren(...names.map((name) => entry(name, URL.createObjectURL(blobs[name]), off.has(name), lift)));
  };

  function entry(name, address, off, lift) {
    addresses.push(address);
    const title = TITLES[name];
    const use = h('input', { type: 'checkbox', checked: !off, onchange: () => onoff(name, !use.checked) });
    const look = h(
      'button.material-map',
      { type: 'button', 'aria-label': `Look at ${title.toLowerCase()} at full size`, onclick: () => viewer.look(title, address) },
      h('img', { src: address, alt: '', width: 72, height: 72 }),
    );
    const unused = name === 'height' && !lift;
    const label = unused ? h('span.material-unused', {}, title) : h('label.check', {}, use, title);
    return h('li', { 'data-map': name }, look, label);
  }

  box.end = () => {
    addresses.forEach((address) => URL.revokeObjectURL(address));
    addresses = [];
  };
  return box;
}

function viewerOf() {
  const title = h('h2');
  const picture = h('img', { alt: '' });
  const area = h('div.material-flat', { tabIndex: 0, role: 'region', 'aria-label': 'The picture at full size' }, picture);
  const dialog = h('dialog.material-viewer', { 'aria-label': 'A picture of the material' }, h('div.row', {}, title, h('button', { type: 'button', onclick: () => dialog.close() }, 'Close')), area);
  dialog.look = (name, address) => {
    picture.src = address;
    picture.alt = `${name}, one pixel for one`;
    title.textContent = `${name}, 1:1`;
    dialog.showModal();
  };
  return dialog;
}
