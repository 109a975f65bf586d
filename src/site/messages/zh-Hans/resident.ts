/** What "市政府掌握您的哪些信息" says to residents. */
import type { resident as english } from '../en/resident.ts';

export const resident: typeof english = {
  handedOver: '交出了什么',
  handedOverLead: ['以下是说过的话和做过的事，按先后顺序。两个部门可能有两种说法，这里都列出。'],
  left: (what, agency, day) => [what, '，交给：', agency, '，不晚于', day, '。'],
  smallRequests: ['有些要求只涉及少数人。这些要求会计数，但不在这里列名，因为名单会指向这些人。'],
  nothingKnown: ['没有公布任何内容。'],
  ask: '如何询问他们掌握您的哪些信息',
  askSteps: [
    ['请先寻求法律帮助。律师或免费法律援助机构可以告诉您该问什么，以及该不该问。'],
    ['您可以当面询问。提问不需要写下任何东西。'],
    ['写信、填表和发电子邮件时请小心。您写的要求本身也可能被留存，上面有您的姓名。'],
    ['本网站不会有人问您的姓名。这里没有什么要填写，也没有什么要发送。'],
  ],
  contact: (who) => ['本项目的负责方：', who, '。'],
  everyPage: (link) => ['您申请过吗？请看：', link],
};
