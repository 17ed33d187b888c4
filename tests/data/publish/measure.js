// Runs in a copy of the page: measures it as the browser shows it and leaves the result in the document.
function luminance(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map(Number).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
function background(element) {
  for (let e = element; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
  }
  return 'rgb(255, 255, 255)';
}
const texts = [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.tagName !== 'SCRIPT');
const contrasts = texts.map(e => {
  const [a, b] = [luminance(getComputedStyle(e).color), luminance(background(e))].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
});
const result = {
  viewport: document.documentElement.clientWidth,
  width: document.documentElement.scrollWidth,
  outside: texts.filter(e => { const r = e.getBoundingClientRect(); return (r.right > document.documentElement.clientWidth + 1 || r.left < -1) && !e.closest('.table'); }).map(e => e.textContent.slice(0, 20)),
  smallest: Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))),
  contrast: Math.min(...contrasts),
  headings: [...document.querySelectorAll('h1, h2, h3, h4, [role=heading]')].map(e => Number(e.getAttribute('aria-level') || e.tagName[1])),
  language: document.documentElement.lang,
  landmarks: document.querySelectorAll('main').length,
  columns: getComputedStyle(document.querySelector('.metadata dl')).gridTemplateColumns.split(' ').length,
  text: document.querySelector('main').innerText,
};
const out = document.createElement('pre');
out.id = 'measured';
out.textContent = JSON.stringify(result);
document.body.replaceChildren(out);
