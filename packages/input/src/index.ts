export { type InputFile, readRecords } from './records/read-records.js';
export { readRecordLines } from './records/read-record-lines.js';
export type { ReadOptions, ReadRecords } from './records/read-raw-records.js';
export { SeenRecords } from './records/seen-records.js';
export { formatOf, type RecordFormat } from './records/format.js';
export { type Dataset, isDataset, readDataset } from './dataset/read-dataset.js';
export type { DatasetFile } from './dataset/read-dataset-file.js';
export { decodeUtf8 } from './text/decode.js';
export { type ParsedYaml, parseYaml, type YamlDocument } from './yaml/parse-yaml.js';
