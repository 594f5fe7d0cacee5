import { plain } from '../cells/plain.js';
import { isBlank, type Row, textOfCell } from '../sheet/cell.js';

const TOTAL =
  /^(本?(日|旬|周|月|季度?|年度?|页|表|期|次|户|组|村|项|类|部分)?(合计|小计|总计|累计|共计)|全[年月村镇县]合计|合计金额|总计金额|承前页|过次页|转下页|接上页)$/u;

/** What a signature or a note under a table begins with. */
const NOTE =
  /^(制表|填表|填报|造表|审核|复核|审批|经办|负责|主管|会计|出纳|记账|监督|监委|村主任|书记|单位负责|备注|说明|注|填表说明|打印)[^:]{0,8}:/u;

/** Longer texts are no words like these. */
const WORD_LIMIT = 40;

export interface RowKinds {
  /** As `plain` has them, by column: of a header that stands again on the next page. */
  readonly header: readonly string[];
  /** Columns of the id, 0-based. */
  readonly idColumns: readonly number[];
  /** Columns of dates and figures that are mapped. */
  readonly factColumns: readonly number[];
}

/** Says what makes a row no record: a total, a repeated header, a signature. Undefined for a record. */
export function whyNoRecord({ cells }: Row, kinds: RowKinds): string | undefined {
  const words = cells.flatMap((cell, column) => {
    if (isBlank(cell) || typeof cell === 'object') return [];
    const text = textOfCell(cell);
    return [{ column, text: plain(text.length > WORD_LIMIT ? text.slice(0, WORD_LIMIT) : text) }];
  });
  const [first] = words;
  if (first === undefined) return undefined;
  const isHeader =
    words.length > 1 && words.every(({ column, text }) => text === kinds.header[column]);
  if (isHeader) return first.text;
  const total = words.find(({ text }) => TOTAL.test(withoutRemark(text)));
  if (total !== undefined) {
    // What has an id is a record, whatever it is called.
    const hasId = kinds.idColumns.some(
      (column) => column !== total.column && !isBlank(cells[column]),
    );
    return hasId ? undefined : total.text;
  }
  if (!NOTE.test(first.text)) return undefined;
  const hasFacts = kinds.factColumns.some(
    (column) =>
      !isBlank(cells[column]) && !NOTE.test(plain(textOfCell(cells[column]).slice(0, WORD_LIMIT))),
  );
  return hasFacts ? undefined : first.text;
}

/** `合计(大写):壹仟元整` is a total as `合计` is. */
function withoutRemark(text: string): string {
  return text.replace(/(\(.*|:.*)$/u, '');
}
