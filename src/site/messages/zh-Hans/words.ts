/** The smallest words of every page in Simplified Chinese. */
import type { words as english } from '../en/words.ts';

export const words: typeof english = {
  marks: { comma: '，', colon: '：', semicolon: '；', stop: '。', next: '。', open: '（', close: '）' },
  qualifiers: {
    '': '',
    exact: '确切',
    about: '约',
    'more than': '超过',
    'fewer than': '少于',
    rounded: '取整',
  },
  withUnit: (figure, unit) => [...figure, '（', unit, '）'],
  fiscalYear: (year) => `${year} 财政年度`,
  periodRange: (from, to) => `${from}至${to}`,
  notGiven: '没有数据：该部门没有给出这个单元格的计数',
  notOpenYet: '当时还不能用这种方式申请',
  noRecordsKept: '对用这种方式申请的人不保留任何资料',
};
