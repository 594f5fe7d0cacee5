// node server.mjs DATASET PACK... : serves on $PORT, 8080 if unset, with today as $CLOCK if that is set.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadPacks, readDataset, readRecords, renderDiagnostic } from '@qingdan/sdk';
import { createPaymentService } from './service.mjs';

const [dataset, ...folders] = process.argv.slice(2);
if (dataset === undefined || folders.length === 0) {
  console.error('node server.mjs DATASET PACK...');
  process.exit(2);
}

const packs = await loadPacks(folders);
const { files, books, diagnostics } = readDataset(
  await readFile(dataset, 'utf8'),
  dataset,
  packs.records,
);
const faults = [...diagnostics];
const records = [];
for (const { path, kind } of files) {
  const file = join(dirname(dataset), path);
  const bytes = await readFile(file);
  const read = readRecords({ file, bytes }, packs.records, kind === undefined ? {} : { kind });
  records.push(...read.records);
  faults.push(...read.diagnostics);
}
for (const fault of faults) {
  const { file, code, message } = renderDiagnostic(fault, 'zh');
  console.error(`${file ?? ''} ${code} ${message}`);
}

const { CLOCK, PORT = '8080' } = process.env;
const service = createPaymentService({
  packs,
  records,
  books,
  ...(CLOCK === undefined ? {} : { clock: CLOCK }),
});
service.listen(Number(PORT), '127.0.0.1', () => {
  const address = service.address();
  const port = typeof address === 'object' ? address?.port : PORT;
  console.log(`http://127.0.0.1:${port}/payments`);
});
