// Chooses a model, or one of a model's textures, by thumbnails.
import { modelPath } from './api.js';
import { h } from './dom.js';

export const thumbnail = (model, texture, seed = 0) => {
  const query = new URLSearchParams({ seed });
  if (texture) query.set('texture', texture);
  return `${modelPath(model.id)}/thumbnail.jpg?${query}`;
};

// A choice of one among thumbnails; `set` chooses from outside without telling.
function thumbs(label, entries, chosen, onchoose) {
  const buttons = entries.map(({ key, title, source }) =>
    h(
      'button.thumb',
      {
        type: 'button',
        'data-key': key,
        'aria-pressed': String(key === chosen),
        onclick: () => {
          box.set(key);
          onchoose(key);
        },
      },
      h('img', { src: source, alt: '', width: 96, height: 96, loading: 'lazy' }),
      h('span', {}, title),
    ),
  );
  const box = h('div.thumbs', { role: 'group', 'aria-label': label }, buttons);
  box.set = (key) =>
    buttons.forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.key === key)));
  return box;
}

export function modelPicker(models, chosen, onchoose) {
  return thumbs(
    'Model',
    models.map((model) => ({ key: model.name, title: model.name, source: thumbnail(model, model.textures[0]) })),
    chosen,
    (name) => onchoose(models.find((model) => model.name === name)),
  );
}

export function texturePicker(model, chosen, onchoose) {
  return thumbs(
    'Texture',
    model.textures.map((name) => ({ key: name, title: name, source: thumbnail(model, name) })),
    chosen,
    onchoose,
  );
}
