// What axe-core does not check: the edges of controls, the ring of what is focused, the reach of the Tab key, and jumps
// while a page opens. Each function returns sentences about what is wrong; tests put this file into the page.
window.audit = (() => {
  const CONTROL = 3;
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const FIELDS = 'input:not([type=range], [type=checkbox], [type=radio], [type=file]), select, textarea';
  const GROUPS = '.buttons, .zoom-bar'; // whose border is that of the buttons inside

  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = new Map();

  // Any colour of CSS as red, green, blue and a share of cover.
  function parts(colour) {
    if (!read.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      read.set(colour, [r, g, b, a / 255]);
    }
    return read.get(colour);
  }

  const over = ([r, g, b, a], below) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a));

  // What lies behind the content of an element: the backgrounds of all around it.
  function ground(element) {
    if (!element) return [255, 255, 255];
    const { backgroundColor } = getComputedStyle(element);
    const own = parts(backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement));
  }

  function luminance(colour) {
    const [r, g, b] = colour.map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(colour, below) {
    const [a, b] = [over(parts(colour), below), below].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  function visible(element) {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  }

  // WCAG asks nothing of what cannot be used just now.
  const off = (element) => Boolean(element.closest(':disabled, [aria-disabled="true"], [inert]'));

  function name(element) {
    const words = (element.getAttribute('aria-label') || element.textContent || element.type || '').trim();
    return `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')} "${words.slice(0, 40)}"`;
  }

  // Beside an open dialog nothing else is there to be used.
  const stage = () => document.querySelector('dialog:modal') ?? document.body;
  const all = (selector) => [...stage().querySelectorAll(selector)].filter((element) => visible(element));
  const say = (element, found, wanted) => `${name(element)}: ${found.toFixed(2)} instead of ${wanted}`;

  // The edge of a control: its border, or its ground where that stands out by itself.
  function edge(element) {
    const around = ground(element.parentElement);
    const style = getComputedStyle(element);
    const border = parseFloat(style.borderTopWidth) ? ratio(style.borderTopColor, around) : 1;
    return Math.max(border, ratio(`rgb(${ground(element).join()})`, around));
  }

  function borders() {
    return all(`${FIELDS}, button, a.button, .dropzone`)
      .filter((element) => !off(element))
      .filter((element) => element.matches(FIELDS) || parseFloat(getComputedStyle(element).borderTopWidth) || element.closest(GROUPS))
      .map((element) => [element, Math.max(edge(element), element.closest(GROUPS) ? edge(element.closest(GROUPS)) : 0)])
      .filter(([, found]) => found < CONTROL)
      .map(([element, found]) => say(element, found, CONTROL));
  }

  const isFrame = (style) => style.content !== 'none' && style.position === 'absolute' && parseFloat(style.borderTopWidth) >= 2;

  const resting = new WeakMap(); // how outlines are while nothing is focused
  const outline = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    return [outlineStyle, outlineStyle !== 'none' && [outlineWidth, outlineColor, outlineOffset]].join();
  };

  // Whether what is focused shows it: a ring of its own, of what is around it, or laid over that.
  function ring() {
    const element = document.activeElement;
    let at = element;
    for (let i = 0; at && i < 4; i++, at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.outlineStyle !== 'none' && outline(at) !== resting.get(at) && parseFloat(style.outlineWidth) >= 2) {
        const inside = parseFloat(style.outlineOffset) < 0;
        const found = ratio(style.outlineColor, ground(inside ? at : at.parentElement));
        return found < CONTROL ? [say(element, found, CONTROL)] : [];
      }
      if (['::before', '::after'].some((part) => isFrame(getComputedStyle(at, part)))) return [];
    }
    return [`${name(element)}: does not show that it is focused`];
  }

  // Whether what is focused lies open to the eye, and under nothing else.
  function seen() {
    const element = document.activeElement;
    const box = (element.type === 'file' ? element.parentElement : element).getBoundingClientRect();
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const open = top && (element.contains(top) || top.contains(element));
    return open ? [] : [`${name(element)}: is focused out of sight`];
  }

  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const marks = new WeakMap();
  let marked = 0;
  const mark = (element) => {
    if (!marks.has(element)) marks.set(element, `${(marked += 1)} ${name(element)}`);
    return marks.get(element);
  };

  return {
    borders, ring, seen,
    shift: () => shift,
    // What the Tab key should come to, and what it is at: texts that stand for elements.
    tabbable: () => {
      document.querySelectorAll('*').forEach((element) => resting.set(element, outline(element)));
      return all(CONTROLS).filter((element) => !off(element) && element.tabIndex >= 0).map(mark);
    },
    focused: () => mark(document.activeElement),
  };
})();
