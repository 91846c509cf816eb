// The state of a page lives in its address, so that a link reopens the same view.

// What an address may say; what is something else becomes the nearest, or is as usual.
export const between = (low, high) => (value) => Math.min(high, Math.max(low, value));
export const among = (...all) => (value, usual) => (all.includes(value) ? value : usual);
export const whole = (value, usual) => (/^-?\d{1,18}$/.test(value) ? value : usual);
export const wholeNumber = (value, usual) => (Number.isSafeInteger(value) ? value : usual);

export function read(defaults, allowed = {}) {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const [name, usual] of Object.entries(defaults)) {
    const text = query.get(name);
    const said = typeof usual === 'number' && text !== null ? Number(text) : text;
    if (said === null || (typeof usual === 'number' && !Number.isFinite(said))) state[name] = usual;
    else state[name] = allowed[name] ? allowed[name](said, usual) : said;
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
  pending = setTimeout(() => history.replaceState(history.state, '', to), 150);
}

write.cancel = () => clearTimeout(pending);
