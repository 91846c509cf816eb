// The dialog that puts textures of any model of the library into the palette.
import { ask } from '../../lib/api.js';
import { field, h } from '../../lib/dom.js';
import { modelPicker, texturePicker, thumbnail } from '../../lib/picker.js';
import { sentence } from '../../lib/words.js';

// onadd(model, texture): texture is '' for the only one of a model.
export function textureDialog(models, onadd) {
  let model;
  let texture = '';
  const words = h('input', { type: 'text', maxLength: 400, spellcheck: false, autocomplete: 'off' });
  const mixture = field('Or a mixture, or a draw', words, 'Such as random:7');
  const help = mixture.querySelector('small');
  const textures = h('fieldset');
  const note = h('p.error', { role: 'alert' });
  const picked = h('fieldset');
  const add = h('button.primary', { type: 'submit' }, 'Add to the palette');

  function choose(to) {
    model = to;
    texture = model.textures[0] ?? '';
    words.value = '';
    note.textContent = '';
    textures.hidden = model.textures.length < 2;
    textures.replaceChildren(h('legend', {}, 'Texture'), texturePicker(model, texture, (name) => {
      texture = name;
      words.value = '';
    }));
    mixture.hidden = !model.globalChannels;
    const [one, other] = model.textures;
    help.textContent = other ? `Such as 0.7*${one}+0.3*${other}, or random:7` : 'Such as random:7';
  }

  // The studio knows what is a texture, and its sentence says what is wrong.
  async function submit(event) {
    event.preventDefault();
    note.textContent = '';
    add.disabled = true;
    const wanted = model.globalChannels ? words.value.trim() || texture : '';
    try {
      await ask(thumbnail(model, wanted));
      onadd(model, wanted);
      dialog.close();
    } catch (failure) {
      note.textContent = sentence(failure.message);
    } finally {
      add.disabled = false;
    }
  }

  const dialog = h(
    'dialog.ask.paint-library',
    { 'aria-labelledby': 'paint-library-title' },
    h('form', { onsubmit: submit },
      h('h2', { id: 'paint-library-title' }, 'Add a texture from the library'),
      picked,
      textures,
      mixture,
      note,
      h('div.row', {}, add, h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel')),
    ),
  );
  dialog.begin = (first) => {
    choose(first);
    picked.replaceChildren(h('legend', {}, 'Model'), modelPicker(models, first.name, choose));
    dialog.showModal();
  };
  return dialog;
}
