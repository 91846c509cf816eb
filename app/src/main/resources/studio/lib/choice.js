// Chooses a plane: a model, a texture of it and a seed. Pages with a plane share it.
import { field, h } from './dom.js';
import { modelPicker, texturePicker } from './picker.js';

const SEEDS = 1_000_000; // to draw from: short enough to be told to somebody

// The model of an address, which names it or one version of it; else the first.
export function modelOf(models, key) {
  const name = String(key).split('@')[0];
  return models.find((model) => model.id === key) ?? models.find((model) => model.name === name) ?? models[0];
}

// What stands for a model in an address: one's own may be made anew under the same name.
const keyOf = (model) => (model.own ? model.id : model.name);

const several = (model) => model.globalChannels > 0;

// The controls. They change {model, texture, seed} of a state and tell so.
// `refuse(sentence)` shows what the studio says about the texture; '' takes it back.
export function planeChoice(models, state, onchange) {
  let model = modelOf(models, state.model);
  const texture = h('div.choice-texture');
  const seed = seedField(state, onchange);
  state.model = keyOf(model);
  if (!several(model)) state.texture = '';
  else state.texture ||= model.textures[0] ?? '';

  const box = h(
    'div.choice',
    {},
    h(
      'fieldset',
      {},
      h('legend', {}, 'Model'),
      modelPicker(models, model.name, (chosen) => {
        model = chosen;
        state.model = keyOf(model);
        state.texture = model.textures[0] ?? '';
        showTextures();
        onchange();
      }),
    ),
    texture,
    seed,
  );

  function showTextures() {
    texture.hidden = !several(model);
    const parts = several(model) ? textureFields(model, state, onchange) : {};
    texture.replaceChildren(...Object.values(parts));
    box.refuse = (sentence) => parts.expression?.refuse(sentence);
  }

  showTextures();
  Object.defineProperty(box, 'model', { get: () => model });
  box.draw = seed.draw;
  return box;
}

function textureFields(model, state, onchange) {
  const choose = (words) => {
    state.texture = words;
    onchange();
  };
  const expression = expressionField(model, state.texture, (words) => {
    thumbs?.set(words);
    choose(words);
  });
  if (!model.textures.length) return { expression };
  const thumbs = texturePicker(model, state.texture, (name) => {
    expression.set(name);
    choose(name);
  });
  return { thumbs: h('fieldset', {}, h('legend', {}, 'Texture'), thumbs), expression };
}

// A texture in words, also a mixture of several.
function expressionField(model, words, onchange) {
  const [one, other] = model.textures;
  const input = h('input', {
    type: 'text',
    value: words,
    maxLength: 400,
    spellcheck: false,
    autocomplete: 'off',
    placeholder: other ? `0.7*${one}+0.3*${other}` : 'random:7',
    onchange: () => onchange(input.value.trim()),
  });
  const example = other ? `Such as 0.7*${one}+0.3*${other}, or random:7` : 'Such as random:7';
  const box = field(model.textures.length ? 'Or a mixture' : 'Texture', input, example);
  const note = box.querySelector('small');
  box.set = (to) => (input.value = to);
  box.refuse = (sentence) => {
    note.textContent = sentence || example;
    note.classList.toggle('error', Boolean(sentence));
    if (sentence) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  return box;
}

function seedField(state, onchange) {
  const change = (seed) => {
    state.seed = seed;
    input.value = seed;
    onchange();
  };
  const input = h('input', {
    type: 'text',
    inputMode: 'numeric',
    autocomplete: 'off',
    value: state.seed,
    onchange: () => {
      const whole = /^-?\d{1,18}$/.test(input.value.trim());
      change(whole ? input.value.trim() : state.seed);
    },
  });
  const draw = () => change(String(Math.floor(Math.random() * SEEDS)));
  const again = h('button', { type: 'button', title: 'Another seed (R)', onclick: draw }, 'Another ', h('kbd', {}, 'R'));
  const box = h('div.row.seed', {}, field('Seed', input), again);
  box.draw = draw;
  return box;
}

// Calls back when R is pressed anywhere but in a field; returns how to stop.
export function onKeyR(draw) {
  const press = (event) => {
    if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    draw();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
