import type { Text } from '../source/text.js';

const REASONS: ReadonlyMap<string, Text> = new Map([
  ['ENOENT', { zh: '文件或目录不存在', en: 'there is no such file or folder' }],
  ['EISDIR', { zh: '这是一个目录，不是文件', en: 'it is a folder and no file' }],
  ['ENOTDIR', { zh: '路径中有一段不是目录', en: 'a part of the path is no folder' }],
  ['EACCES', { zh: '没有权限', en: 'permission denied' }],
  ['EPERM', { zh: '系统不允许', en: 'the system does not permit it' }],
  ['EROFS', { zh: '磁盘是只读的', en: 'the disk is read-only' }],
  ['ENOSPC', { zh: '磁盘空间不足', en: 'the disk is full' }],
  ['EDQUOT', { zh: '磁盘配额已用完', en: 'the disk quota is used up' }],
  ['EBUSY', { zh: '文件正被占用', en: 'the file is in use' }],
  ['EMFILE', { zh: '打开的文件过多', en: 'too many files are open' }],
  ['ENFILE', { zh: '打开的文件过多', en: 'too many files are open' }],
  ['EEXIST', { zh: '已有同名文件', en: 'a file of this name exists' }],
  ['ELOOP', { zh: '链接相互指向', en: 'links lead to each other in a circle' }],
  ['ENAMETOOLONG', { zh: '路径过长', en: 'the path is too long' }],
  ['EIO', { zh: '磁盘读写出错', en: 'the disk failed' }],
  ['EXDEV', { zh: '不能跨磁盘移动', en: 'it lies on another disk' }],
  ['EFBIG', { zh: '文件过大', en: 'the file is too large' }],
  ['ERR_FS_FILE_TOO_LARGE', { zh: '文件过大', en: 'the file is too large' }],
  ['ERR_INVALID_ARG_VALUE', { zh: '路径无效', en: 'the path is not valid' }],
]);

/** Why a file can't be read or written, by what the system threw: in words, with its code, or as it stands. */
export function systemReason(error: unknown): Text {
  if (!(error instanceof Error) || !('code' in error)) {
    const text = String(error);
    return { zh: `\`${text}\``, en: text };
  }
  const code = String(error.code);
  const words = REASONS.get(code);
  return words === undefined
    ? { zh: `系统报告 \`${code}\``, en: code }
    : { zh: `${words.zh}（${code}）`, en: `${words.en} (${code})` };
}
