// The kinds of things in the library, and what can be done with each.
import { json, models } from '../../lib/api.js';
import { thumbnail } from '../../lib/picker.js';
import { moment, size, span } from '../../lib/times.js';

const STATES = { planned: 'planned', queued: 'waits', running: 'is learned', paused: 'paused', done: 'done', stopped: 'stopped', failed: 'failed' };
const RENDERS = { queued: 'waits', running: 'is being made', done: '', failed: 'failed', stopped: 'was stopped' };

const at = (path, query) => `${path}?${new URLSearchParams(query)}`;

// act: {rename(what, name, path), remove(item), duplicate(path, body)}
export function shelves(act) {
  return [
    { title: 'Models', empty: 'Nothing is learned yet. Drop a picture to begin.', load: async () => (await models()).map((model) => modelItem(model, act)) },
    { title: 'Paintings', empty: '', load: async () => (await json('/api/paintings')).paintings.map((painting) => paintingItem(painting, act)) },
    { title: 'Trainings', empty: '', load: async () => (await json('/api/trainings')).trainings.map((job) => trainingItem(job, act)) },
    { title: 'Exports', empty: '', load: async () => (await json('/api/renders')).renders.map((job) => exportItem(job, act)) },
  ];
}

function modelItem(model, act) {
  const path = `/api/models/${encodeURIComponent(model.name)}`;
  const many = model.textures.length > 1 ? `${model.textures.length} textures` : '';
  return {
    key: `model ${model.name}`,
    name: model.name,
    note: [model.own ? '' : 'gallery', many].filter(Boolean).join(' · '),
    image: thumbnail(model, model.textures[0]),
    href: at('/look', { model: model.own ? model.id : model.name }),
    actions: [
      ...(model.own ? [['Rename', () => act.rename('model', model.name, path)]] : []),
      ['Duplicate', () => act.duplicate(`${path}/copy`)],
      ['Paint on it', at('/paint', { model: model.name })],
      ...(model.own ? [['Delete', () => act.remove({ key: `model ${model.name}`, name: model.name, path, trash: true })]] : []),
    ],
  };
}

function paintingItem({ id, name, model, models: all, changed, mapId }, act) {
  const path = `/api/paintings/${id}`;
  return {
    key: `painting ${id}`,
    name,
    note: `${all.join(', ')} · ${moment(changed)}`,
    image: at(`/api/models/${encodeURIComponent(model)}/thumbnail.jpg`, { map: mapId }),
    href: at('/paint', { painting: id }),
    actions: [
      ['Rename', () => act.rename('painting', name, path)],
      ['Duplicate', () => act.duplicate(`${path}/copy`)],
      ['Delete', () => act.remove({ key: `painting ${id}`, name, path, trash: true })],
    ],
  };
}

function trainingItem(job, act) {
  const path = `/api/trainings/${job.id}`;
  const under = ['running', 'paused', 'queued'].includes(job.state) && job.progress;
  const left = under ? ` · ${Math.round(100 * job.progress.fraction)} %, ${span(job.progress.secondsLeft)} left` : '';
  const score = job.score ? ` · score ${job.score.overall.toFixed(2)}` : '';
  return {
    key: `training ${job.id}`,
    name: job.name,
    note: `${STATES[job.state]}${left}${score} · ${moment(job.created)}`,
    image: job.preview ? `${job.preview}?${job.state}-${job.progress?.step ?? 0}` : job.pictures[0]?.image,
    href: job.model ? at('/look', { model: job.model }) : at('/look', { training: job.id }),
    actions: [
      ['Rename', () => act.rename('training', job.name, path)],
      ...(job.report ? [['Report', job.report]] : []),
      ['Curves and plan', '/train'],
      ['Delete', () => act.remove({ key: `training ${job.id}`, name: job.name, path })],
    ],
  };
}

function exportItem(job, act) {
  const path = `/api/renders/${job.id}`;
  const state = job.failure || (job.state === 'running' ? `${RENDERS.running}, ${Math.floor(100 * job.share)} %` : RENDERS[job.state]);
  return {
    key: `export ${job.id}`,
    name: job.name,
    note: [state, job.file ? size(job.bytes) : '', moment(job.created)].filter(Boolean).join(' · '),
    image: job.thumbnail,
    href: job.file,
    download: job.name,
    actions: [
      ['Rename', () => act.rename('export', job.name, path)],
      ['Delete', () => act.remove({ key: `export ${job.id}`, name: job.name, path })],
    ],
  };
}
