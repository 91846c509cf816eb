// The Plane page: an endless plane of a model, to walk about in.
import { models, refused } from '../lib/api.js';
import { CHOSEN, detailOf, planeChoice } from '../lib/choice.js';
import { field, h } from '../lib/dom.js';
import { exportDialog, exportRow } from '../lib/export.js';
import { noModel } from '../lib/no-model.js';
import { stageNotice } from '../lib/stage-notice.js';
import { read, whole, write } from '../lib/state.js';
import { steps } from '../lib/steps.js';
import { TilePlane } from '../lib/tiles.js';
import { sentence } from '../lib/words.js';
import { showTraining } from './look/learning.js';
import { likeness } from './look/likeness.js';
import { zoomBar } from '../lib/zoom-bar.js';

const DEFAULTS = { model: '', seed: '0', texture: '', detail: '', x: 0, y: 0, zoom: 1 };

export async function mount(root) {
  if (new URLSearchParams(location.search).has('training')) return showTraining(root);
  const list = await models();
  if (!list.length) {
    root.append(noModel('The plane shows what a model has learned.'));
    return undefined;
  }
  return show(root, list);
}

function show(root, list) {
  const state = read(DEFAULTS, { seed: whole, detail: detailOf });
  const canvas = h('canvas.plane-canvas', {
    tabIndex: 0,
    role: 'application',
    'aria-roledescription': 'endless picture',
    'aria-label': 'Endless texture. Arrow keys move, plus and minus zoom, 0 shows full size, Home goes to the origin.',
  });
  const notice = stageNotice('Opening the plane …');

  const plane = new TilePlane(canvas, {
    onview(view) {
      Object.assign(state, view);
      bar.show(view);
      position.show(view);
      alike.lay();
      write(state, DEFAULTS);
    },
    onfirst: () => notice.say(''),
    onstate: tell,
  });
  plane.view = state;

  const choice = planeChoice(list, state, change);
  const trail = steps({ state, defaults: DEFAULTS, names: CHOSEN, restore: choice.restore });
  choice.append(trail.element);
  const bar = zoomBar(plane, canvas);
  const position = positionFields(plane);
  const stage = h('div.stage', {}, canvas, ...notice.parts, bar);
  const alike = likeness(stage, plane);
  const source = () => {
    const { seed, texture, detail } = state;
    return { model: choice.model.id, seed: Number(seed), ...(texture ? { texture } : {}), ...(detail ? { detail } : {}) };
  };
  const dialog = exportDialog(() => seen(plane, canvas), source);
  const worn = h('a.button', {}, 'See it on a dress');
  const panel = panelOf(choice, h('div.row', {}, worn), alike, position, exportRow(dialog));

  function change() {
    plane.show({ modelId: choice.model.id, seed: state.seed, texture: state.texture, detail: state.detail });
    alike.show(choice.model, state);
    panel.name(choice.model.name, state);
    worn.href = `/material?${new URLSearchParams({ ...source(), on: 'dress' })}`;
    trail.note();
    write(state, DEFAULTS);
  }

  // What is refused is said beside the texture too.
  function tell(now) {
    notice.tell(now);
    choice.refuse(now.failure && refused(now.failure) ? sentence(now.failure.message) : '');
  }

  root.append(h('div.split.plane-page', {}, stage, panel), dialog);
  change();
  window.ikat = { plane };
  const stop = choice.onKey();
  return () => {
    stop();
    alike.end();
    if (dialog.open) dialog.close();
    trail.stop();
    plane.destroy();
    delete window.ikat;
  };
}

// The part of the plane in view.
function seen({ view: { x, y, zoom } }, canvas) {
  const [width, height] = [canvas.clientWidth / zoom, canvas.clientHeight / zoom];
  return { x: x - width / 2, y: y - height / 2, width, height, zoom };
}

// On a phone the panel is a line that opens.
function panelOf(choice, next, alike, position, exporting) {
  const title = h('span');
  const inside = h(
    'div.plane-inside',
    { id: 'plane-inside' },
    choice,
    next,
    alike,
    h('fieldset', {}, h('legend', {}, 'Middle of the view'), position),
    exporting,
    h('p.soft.plane-help', {}, 'Drag or use the arrow keys to move, the wheel or + and − to zoom. The plane has no end.'),
  );
  const toggle = h(
    'button.plane-toggle',
    {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': inside.id,
      onclick: () => toggle.setAttribute('aria-expanded', String(panel.classList.toggle('open'))),
    },
    title,
  );
  const panel = h('aside.panel.plane-panel', { 'aria-label': 'Settings of the plane' }, toggle, inside);
  panel.name = (model, { texture, seed }) =>
    (title.textContent = [model, texture, `seed ${seed}`].filter(Boolean).join(' · '));
  return panel;
}

// Two fields that tell where the view is, and go to what is typed.
function positionFields(plane) {
  const input = (axis) =>
    h('input', {
      type: 'text',
      inputMode: 'decimal',
      autocomplete: 'off',
      onchange: (event) => {
        const value = Number(event.target.value);
        if (event.target.value.trim() && Number.isFinite(value)) plane.view = { [axis]: value };
        fields.show(plane.view, true);
      },
    });
  const [x, y] = [input('x'), input('y')];
  const fields = h('div.row', {}, field('x in pixels', x), field('y in pixels', y));
  fields.show = (view, always = false) => {
    for (const [box, value] of [[x, view.x], [y, view.y]]) {
      if (always || document.activeElement !== box) box.value = String(Math.round(value));
    }
  };
  fields.show(plane.view);
  return fields;
}
