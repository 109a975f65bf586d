/** The invented table that explains hiding, in Simplified Chinese. */
import type { example as english } from '../en/example.ts';

export const example: typeof english = {
  heading: '一个可以用手算的例子',
  lead: ['这张表中的城市和计数都是虚构的。每一步都可以用纸笔核对。'],
  area: '片区',
  areas: ['北部', '中部', '南部'],
  ages: ['儿童', '成人', '老年人'],
  counted: '办事处统计的卡数（虚构）',
  below: (k, small) => ['这里的门槛是 ', k, '。有一个计数低于它：北部的儿童，', small, '。它不能说出来。'],
  subtracted: (total, adults, older, found) => [
    '只隐藏它没有用。谁从公布的合计中减去公布的相邻计数，就能得到它：',
    total,
    ' 减 ',
    adults,
    ' 减 ',
    older,
    ' 等于 ',
    found,
    '。',
  ],
  rectangle: (k) => [
    '把两个片区的儿童和老年人共四个计数围成矩形隐藏，也不够。知道承诺的读者可以继续推理：一个背后肯定有人的隐藏计数，必定是 ',
    k,
    ' 或更多。这样从一个计数推到下一个，最后没有任何小的计数可以成为隐藏的理由。所以这四个会违背承诺，Daylight 不会这样选。',
  ],
  hidden: 'Daylight 会公布的同一张表',
  withheld: (least, most) => [
    'Daylight 隐藏六个计数，所有合计都保留。关于北部的儿童，能证明的只有：至少 ',
    least,
    '，至多 ',
    most,
    '。',
  ],
  worlds: '填补隐藏部分的两种方式',
  worldColumns: ['方式一：儿童', '方式一：老年人', '方式二：儿童', '方式二：老年人', '两种方式的合计'],
  told: (none, many) => [
    '按方式一，北部的儿童是 ',
    none,
    '；按方式二，是 ',
    many,
    '。两种方式都与公布的每个计数和合计相符。所以没有人能断定隐藏的计数背后有没有人，也不能断定它是否低于门槛。每个隐藏的计数都有这样一对，除非能证明它很大。',
  ],
  repeated: (fits, alike) => [
    '知道 Daylight 如何选择的读者，可以试遍填入隐藏计数的所有方式，并重做选择。方式共有 ',
    fits,
    ' 种，其中 ',
    alike,
    ' 种得出同样的选择，所以读者得知真实情况是其中之一。即使在这些方式中，每个隐藏的计数仍可能是零，也可能达到门槛，除非能证明它很大。',
  ],
};
