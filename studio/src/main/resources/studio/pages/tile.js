// The Tile page: pictures that join with their copies, and what proves it.
import { models, refused } from '../lib/api.js';
import { CHOSEN, planeChoice } from '../lib/choice.js';
import { h } from '../lib/dom.js';
import { exportDialog, exportRow } from '../lib/export.js';
import { noModel } from '../lib/no-model.js';
import { oneOf } from '../lib/one-of.js';
import { stageNotice } from '../lib/stage-notice.js';
import { among, read, whole, write } from '../lib/state.js';
import { steps } from '../lib/steps.js';
import { sentence } from '../lib/words.js';
import { certificateText } from './tile/certificate.js';
import { downloads } from './tile/downloads.js';
import { TileMaker } from './tile/maker.js';
import { preview } from './tile/preview.js';
import { nearest, sizeFields } from './tile/size.js';

const DEFAULTS = { model: '', seed: '0', texture: '', detail: '', wrap: 'xy', width: 512, height: 512, view: 'fitted', lines: 'no' };
const WAYS = [['xy', 'Both ways'], ['x', 'Sideways'], ['y', 'Up, down']];

export async function mount(root) {
  const list = await models();
  if (!list.length) {
    root.append(noModel('Tiles are made by a model that has learned a texture.'));
    return undefined;
  }
  return show(root, list);
}

function show(root, list) {
  const state = read(DEFAULTS, { seed: whole, wrap: among('xy', 'x', 'y'), view: among('fitted', 'full'), lines: among('yes', 'no') });
  const stage = stageOf(state);
  const proof = h('div.tile-proof', { 'aria-live': 'polite' }, h('p.soft', {}, 'The tile is being made and checked.'));
  let told = false; // whether the proof is that of a tile, which pales while another is made
  const files = downloads();
  const choice = planeChoice(list, state, change);
  const trail = steps({
    state,
    defaults: DEFAULTS,
    names: [...CHOSEN, 'wrap', 'width', 'height'],
    restore: () => {
      repeats.set(state.wrap);
      choice.restore();
    },
  });
  choice.append(trail.element);
  const size = sizeFields(state, change);
  const maker = new TileMaker({ ondone: tell, onfail: fail });

  function change() {
    size.fit(choice.model.cellPixels);
    trail.note();
    write(state, DEFAULTS);
    stage.wait();
    proof.classList.toggle('former', told);
    files.clear();
    const { texture, seed, detail, wrap, width, height } = state;
    maker.make({ modelId: choice.model.id, texture, seed, detail, wrap, width, height });
  }

  // What a render takes.
  function source() {
    const { seed, texture, detail, wrap } = state;
    return { model: choice.model.id, seed: Number(seed), wrap, ...(texture ? { texture } : {}), ...(detail ? { detail } : {}) };
  }
  const previewed = () => ({ x: 0, y: 0, width: state.width, height: state.height, zoom: 1 });
  const fitted = (side, axis) => nearest(side, choice.model.cellPixels, state.wrap.includes(axis === 'width' ? 'x' : 'y'));

  function take(better) {
    Object.assign(state, better);
    change();
  }

  function tell(made) {
    told = true;
    stage.show(made);
    proof.replaceChildren(...certificateText(made.told, take));
    proof.classList.remove('former');
    files.offer(made);
    choice.refuse('');
  }

  function fail(failure) {
    told = false;
    proof.classList.remove('former');
    stage.fail(failure);
    proof.replaceChildren(h('p.soft', {}, 'No tile was made, so there is nothing to check.'));
    choice.refuse(failure.status === 400 ? sentence(failure.message) : '');
  }

  const repeats = oneOf('Repeats', WAYS, state.wrap, (way) => take({ wrap: way }));
  const dialog = exportDialog(previewed, source, { fit: fitted, words: () => `Sides that repeat are whole cells of ${choice.model.cellPixels} px.`, maps: () => choice.model.maps });
  const found = h('section.tile-found', { 'aria-labelledby': 'found' }, h('h2', { id: 'found' }, 'Certificate'), proof);
  const panel = h('aside.panel', { 'aria-label': 'Settings of the tile' }, choice, repeats, size, files, exportRow(dialog), found);
  root.append(h('div.split.tile-page', {}, stage, panel), dialog);
  change();
  const stop = choice.onKey();
  return () => {
    stop();
    trail.stop();
    maker.close();
    if (dialog.open) dialog.close();
    stage.end();
  };
}

// The copies, how they are shown, and what is being done.
function stageOf(state) {
  const copies = preview();
  const notice = stageNotice('Making the first tile …');
  const stage = h('div.stage', {}, copies, ...notice.parts, viewBar(state, copies));

  const working = (on) => {
    notice.working(on);
    copies.classList.toggle('former', on);
  };
  stage.wait = () => working(true);
  stage.fail = (failure) => {
    notice.working(!refused(failure));
    notice.trouble(failure);
  };
  stage.show = ({ wrap, told, picture }) => {
    copies.show({ address: picture, width: told.width, height: told.height, wrap });
    working(false);
    notice.say('');
  };
  stage.end = copies.end;
  return stage;
}

// How the copies are shown; nothing is made anew for it.
function viewBar(state, copies) {
  const set = (changed) => {
    Object.assign(state, changed);
    copies.set({ fitted: state.view === 'fitted', lines: state.lines === 'yes' });
    write(state, DEFAULTS);
  };
  const views = oneOf('Shown', [['fitted', 'Fitted'], ['full', '1:1']], state.view, (view) => set({ view }), { quiet: true });
  const lines = h('input', {
    type: 'checkbox',
    checked: state.lines === 'yes',
    onchange: () => set({ lines: lines.checked ? 'yes' : 'no' }),
  });
  set({});
  return h('div.view-bar', {}, views, h('label.check', {}, lines, 'Show the edges'));
}
