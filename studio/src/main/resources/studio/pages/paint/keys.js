// Keys of the whole page: tools, the radius, undo, and Space, which moves as long as it is held.
const TOOLS = { 1: 'move', 2: 'paint', 3: 'reroll' };
const RADII = { '[': 0.8, ']': 1.25 };

// host: {closed(), tool(name), resize(times), undo(), redo(), hold(on)}; returns how to stop.
export function handleKeys(host) {
  let held = false;
  const hold = (on) => {
    held = on;
    host.hold(on);
  };

  function down(event) {
    if (host.closed() || event.target.closest('input, select, textarea')) return;
    const letter = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      if (letter === 'y' || event.shiftKey) host.redo();
      else host.undo();
    } else if (!event.altKey) plain(event);
  }

  function plain(event) {
    if (TOOLS[event.key]) host.tool(TOOLS[event.key]);
    else if (RADII[event.key]) host.resize(RADII[event.key]);
    else if (event.key === ' ' && !event.target.closest('button, a, summary')) {
      event.preventDefault();
      if (!event.repeat) hold(true);
    }
  }

  function up(event) {
    if (event.key === ' ' && held) hold(false);
  }

  addEventListener('keydown', down);
  addEventListener('keyup', up);
  return () => {
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
  };
}
