import type { LabWords } from '../kind';

export const needWords: LabWords = {
  why: 'A task that is brought to a blockchain may be solved better by a database that somebody keeps. Karl Wüst and Arthur Gervais put six questions in order in 2018, so that one can tell before anything is built. A good answer rests on a fact of the case, and not on a wish.',
  steps: [
    'Read a case and its numbered facts. The cases are made up, and the numbers are yours alone.',
    'Answer the questions from the first one on, for as long as the tree goes on. Leave open what comes after its end.',
    'Say where your way ends, and choose the fact that decides the last question you answered.',
    'Do so for all four cases. Some facts are there to tempt you. In some cases two ways can be defended, and either is right; a way that contradicts itself is not.',
  ],
  example: [
    'Three farms share a pump and write down who used it for how long. Fact 21: the list is settled once a year. Fact 54: each farm makes its own entries. Fact 37: the village clerk is trusted by all, and in her office on Mondays only. Fact 80: the three families have shared the pump for fifty years and rely on each other’s entries.',
    'Something is stored (21), and there are several writers (54). The clerk is trusted, but she is not always there when an entry is made (37), so the tree goes on. All writers are known, and all are trusted (80). The way ends at the fifth question: no blockchain. A shared list will do, and fact 80 decides it.',
  ],
  hints: [
    'Go slowly at the third question. It asks for two things at once: somebody whom all trust, and who can always be reached.',
    '“Several writers” counts who makes entries. It counts neither those who read, nor servers that one office runs.',
    '“Known” asks whether one can tell who wrote. “Trusted” asks whether one would rely on what they wrote: a writer may well be known and not trusted.',
    'The fact that decides is the one about the last question you answered. If your way ends because the public has to verify, it is the fact that says who must be able to check.',
    'One case of each learner ends within the first two questions, and one where somebody is trusted. One is kept among its writers, unless somebody is trusted there as well. One is open to check or to write for anybody.',
  ],
  debrief: {
    shows: [
      'A blockchain is worth asking about only where several write who do not trust each other, and nobody is at hand whom all trust. Take one of these away and a database is simpler.',
      'Who may write and who may check are two questions. The first separates permissionless from permissioned, the second public from private.',
      'Two careful people can end in different places, if the facts leave it open whether somebody can be used as a third party. Then the thing to do is to find out, and not to build.',
    ],
    doesNotProve: [
      'That a blockchain would work. TradeLens, a shipping platform, announced its end on 29 November 2022: the collaboration of the whole industry that it needed had not been achieved.',
      'That what is entered is true. None of the six questions asks who saw the crate, the blanket or the deed.',
      'That the tree is the only one. The report NIST IR 8202 of October 2018 has another chart, with other questions.',
    ],
  },
};
