export { type InputFile, readRecords } from './records/read-records.js';
export { readEachLine, readRecordLines } from './records/read-record-lines.js';
export type { LostKinds, ReadOptions, ReadRecords } from './records/read-raw-records.js';
export { completeBooks, type LostFile } from './dataset/complete-books.js';
export { NOTHING_SEEN, type Seen, SeenRecords } from './records/seen-records.js';
export { formatOf, type RecordFormat } from './records/format.js';
export { type Dataset, isDataset, readDataset } from './dataset/read-dataset.js';
export type { DatasetFile, DatasetMapping } from './dataset/read-dataset-file.js';
export { decodeUtf8 } from './text/decode.js';
export { type ParsedYaml, parseYaml, type YamlDocument } from './yaml/parse-yaml.js';
export { type TableFormat, tableFormatOf } from './tables/sheet/table-format.js';
export { readCases } from './cases/read-cases.js';
export type {
  CaseCounts,
  CaseFormat,
  CaseMapping,
  CaseOptions,
  CaseSource,
  OnCase,
  ReadCases,
  StepName,
} from './cases/case-options.js';
