// The state of a page lives in its address, so that a link reopens the same view.
export function read(defaults) {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const [name, usual] of Object.entries(defaults)) {
    const text = query.get(name);
    if (text === null) state[name] = usual;
    else if (typeof usual === 'number') state[name] = Number.isFinite(Number(text)) ? Number(text) : usual;
    else state[name] = text;
  }
  return state;
}

// The address of this page with a state; what is as usual is left out.
export function address(state, defaults = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== '' && value !== defaults[name]) query.set(name, value);
  }
  return `${location.pathname}?${query}`.replace(/\?$/, '');
}

let pending;

// Writes at most every 150 ms: browsers refuse a flood of changes.
export function write(state, defaults = {}) {
  const to = address(state, defaults);
  clearTimeout(pending);
  pending = setTimeout(() => history.replaceState(null, '', to), 150);
}

write.cancel = () => clearTimeout(pending);
