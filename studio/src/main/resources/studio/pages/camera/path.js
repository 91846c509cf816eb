// A list of textures in an order that can be changed.
import { h } from '../../lib/dom.js';
import { thumbnail } from '../../lib/picker.js';

const MOST = 8;

export class Path {
  constructor(onchange) {
    this.onchange = onchange;
    this.list = h('ol.path');
    this.rest = h('div.path-rest');
    this.title = h('h2');
    this.element = h('section', {}, this.title, this.list, this.rest);
  }

  // Whether the order counts.
  ordered(order) {
    this.title.textContent = order ? 'Textures, from dark to bright' : 'Textures to choose from';
    this.list.classList.toggle('unordered', !order);
  }

  lay(model, names) {
    Object.assign(this, { model, names: [...names] });
    this.draw();
  }

  draw(focus) {
    const { model, names } = this;
    this.list.replaceChildren(...names.map((name, i) => this.item(name, i)));
    const left = model.textures.filter((name) => !names.includes(name));
    this.rest.replaceChildren(...(names.length < MOST ? left.map((name) => this.add(name)) : []));
    if (focus) this.list.querySelector(`[data-act="${focus}"]`)?.focus();
  }

  item(name, i) {
    const last = this.names.length - 1;
    const act = (kind, text, label, disabled, run) =>
      h('button.small', { type: 'button', disabled, 'aria-label': label, title: label, 'data-act': `${kind}-${name}`, onclick: run }, text);
    return h(
      'li',
      {},
      h('img', { src: thumbnail(this.model, name), alt: '', width: 36, height: 36 }),
      h('span', {}, name),
      act('up', '↑', `Move ${name} towards dark`, i === 0, () => this.move(i, -1)),
      act('down', '↓', `Move ${name} towards bright`, i === last, () => this.move(i, 1)),
      act('drop', '×', `Leave ${name} out`, last < 2, () => this.drop(i)),
    );
  }

  add(name) {
    return h('button.small', { type: 'button', onclick: () => this.change([...this.names, name]) }, `+ ${name}`);
  }

  move(i, way) {
    const names = [...this.names];
    [names[i], names[i + way]] = [names[i + way], names[i]];
    this.change(names, `${way < 0 ? 'up' : 'down'}-${names[i + way]}`);
  }

  drop(i) {
    this.change(this.names.filter((_, at) => at !== i));
  }

  change(names, focus) {
    this.names = names;
    this.draw(focus);
    this.onchange(names);
  }
}
