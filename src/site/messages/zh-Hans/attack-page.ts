/** "Try to break it" in Simplified Chinese. */
import type { attackPage as english } from '../en/attack-page.ts';

export const attackPage: typeof english = {
  name: '试着破解',
  lead: [
    '在这里，您自己的设备会尝试查出被隐藏的内容。它读取任何人都能读取的文件，算出由此能证明的一切，并对每个隐藏的计数显示能推进到哪一步。',
  ],
  heading: '攻击',
  needsScript: ['攻击在这里需要 JavaScript。没有它，下面的命令可以在您自己的电脑上做同样的事。'],
  reads: '攻击所读取的内容',
  release: (release) => ['发布版 ', release, '：其全部单元格'],
  record: '他人公布的数字',
  elsewhere: '在自己的电脑上做同样的事',
  elsewhereText: [
    '没有任何内容离开您的设备：它只下载已公布的文件，以及原样发布的求解程序。下面的命令用本代码库的副本进行同样的攻击，也包括已撤下的发布版。',
  ],
  seeAlso: (method, audit) => ['规则见“', method, '”。每个隐藏计数的结果见', audit, '。'],
  words: {
    begin: '攻击已公布的一切',
    stop: '停止',
    stopped: '攻击在结束前被停止。这什么也不能证明。',
    reading: '正在读取已公布的文件。',
    fetching: '正在下载求解程序。',
    joining: '正在把已公布的一切连成一个合计系统。',
    attacking: '正在攻击第 {group} 组，共 {groups} 组。',
    failed:
      '在此设备上没有成功：有文件未能下载，或浏览器太旧，无法在页面之外运行 WebAssembly。下面的命令可以做同样的事。',
    refused:
      "没有成功，但这不是您设备的问题：本网站的服务器发送的 Content-Security-Policy 禁止 WebAssembly。管理服务器的人可以为攻击所用的文件允许它：script-src 'self' 'wasm-unsafe-eval'。下面的命令可以做同样的事。",
    kept: '攻击结束。共 {hidden} 个隐藏的计数，分为 {groups} 组：没有一个能被断定背后有人而又低于门槛。',
    broken: '攻击成功：{hidden} 个隐藏的计数中有 {broken} 个。请告知办事处。',
    cell: '隐藏的计数',
    between: '根据已公布的一切，这个计数至少是 {least}，至多是 {most}。',
    unlimited: '根据已公布的一切，这个计数至少是 {least}，没有上限。',
    open: '它可能是零，也可能是 {many} 或更多。没有人能断定是哪一种。',
    large: '它肯定是 {many} 或更多。这可以让人知道：这么大的计数不会指向任何人。',
    told: '关于它能断定的超出了应有的范围。',
    waysCaption: '填补这个计数以及与它由公布的合计相连的计数的方式',
    ways: ['一种方式', '另一种方式'],
    agree: '每种方式都填补了该组全部 {cells} 个未知计数，其中 {sums} 个合计与限制全部精确成立。',
    until: '截至{period}',
  },
};
