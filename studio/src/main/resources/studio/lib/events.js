// Listens to the studio. The browser connects again by itself; `onopen` then catches up.
export function listen(path, handlers, onopen) {
  let source;
  let timer;
  let left = false;
  const connect = () => {
    source = new EventSource(path);
    source.onopen = onopen;
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
    }
    source.onerror = () => {
      // after a refusal a browser gives up; we do not
      if (source.readyState === EventSource.CLOSED && !left) timer = setTimeout(connect, 3000);
    };
  };
  connect();
  return () => {
    left = true;
    clearTimeout(timer);
    source.close();
  };
}
