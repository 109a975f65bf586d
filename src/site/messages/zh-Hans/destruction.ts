/** 页面用简体中文说明记录何时销毁。 */
import type { destruction as english } from '../en/destruction.ts';

export const destruction: typeof english = {
  heading: '记录何时销毁',
  lead: [
    '每年年末还有多少份记录，只根据已公布的计数和下面的规则得出。其他规则是针对同样这些人的假设：没有人作出过这样的决定。带斜线的末端表示有一个计数被隐藏，因此只知道一个范围。',
  ],
  title: '每年年末仍存在的记录',
  unit: '申请的记录',
  today: '按今天的规则',
  endOf: '截至',
  to: '至',
  orMore: '或更多',
  none: '没有记录',
  neverGone: (count) => ['按今天的规则，有些记录永不销毁：', ...count, '。'],
  groupsCaption: '谁的记录何时销毁',
  who: '谁的记录',
  when: '销毁时间',
  saysWho: '依据',
  noRule: '没有公开记载的规则',
  afterExpiry: (years) => ['卡到期后 ', years, ' 年'],
  afterDecision: (years) => ['作出决定后 ', years, ' 年'],
  validityCaption: '卡的有效期',
  age: '年龄',
  validFor: '有效期',
  years: (years) => [years, ' 年'],
  withoutEnd: '无限期',
};
