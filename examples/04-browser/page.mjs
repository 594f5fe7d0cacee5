import { createChecker, packsFromBundle } from '@qingdan/sdk';

const VERDICTS = { violated: '不符合', undetermined: '尚不能判断', satisfied: '符合', notApplicable: '不适用' };
const FIELDS = { 'seal-use': ['matter', 'matterDescription'], expenditure: ['purpose', 'description'] };

const packs = packsFromBundle(document.querySelector('#packs').textContent);
const form = document.querySelector('#form');
const result = document.querySelector('#result');
const VILLAGE = { kind: 'organisation', id: 'V', organisation: 'V', name: '本村', subject: 'village', jurisdiction: '990101001001' };

fill('matter', 'seal-use');
fill('purpose', 'expenditure');
form.elements.kind.addEventListener('change', () => {
  for (const part of form.querySelectorAll('[data-kind]')) part.hidden = part.dataset.kind !== form.elements.kind.value;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const checker = createChecker(packs, { lang: 'zh', records: { records: [VILLAGE] } });
  show(checker.check(recordOf(form.elements)));
});

/** The choices are the packs' own words for the values of the field. */
function fill(name, kind) {
  const { type } = packs.records.get(kind).fields.fields.find((field) => field.name === name);
  const options = [...type.values].map(([value, label]) => new Option(label.zh, value));
  form.elements[name].append(new Option('不清楚', ''), ...options);
}

/** What isn't filled in is left out: it is unknown, and not nothing. */
function recordOf({ kind, id, day, blank, amount }) {
  const record = { kind: kind.value, id: id.value, organisation: VILLAGE.id };
  record[kind.value === 'seal-use' ? 'usedOn' : 'paidOn'] = day.value;
  for (const name of FIELDS[kind.value]) if (form.elements[name].value !== '') record[name] = form.elements[name].value;
  if (kind.value === 'seal-use' && blank.value !== '') record.document = { blank: blank.value === 'true' };
  if (kind.value === 'expenditure' && amount.value !== '') record.amount = Number(amount.value);
  return record;
}

/** Texts go in as texts, never as markup. */
function show({ results: [first], diagnostics, disclaimer }) {
  const faults = diagnostics.map(({ message }) => element('p', message));
  const findings = (first?.findings ?? []).map((finding) => {
    const article = element('article');
    article.dataset.verdict = finding.verdict;
    article.dataset.item = finding.item;
    article.append(element('h3', `${VERDICTS[finding.verdict]}：${finding.title}`), element('p', finding.explanation));
    return article;
  });
  findings.sort((a, b) => (b.dataset.verdict === 'violated') - (a.dataset.verdict === 'violated'));
  result.replaceChildren(element('h2', '核对结果'), element('p', first?.statement ?? ''), ...faults, ...findings, element('p', disclaimer));
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
