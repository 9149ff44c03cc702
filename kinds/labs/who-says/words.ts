import type { LabWords } from '../kind';

export const whoSaysWords: LabWords = {
  why: 'A report on a policy mixes what somebody said, what somebody counted and what the writer thinks of it, often within one paragraph. Before a claim can be checked it has to be given back to the one who made it.',
  steps: [
    'Read the twelve sentences as parts of one report on the study session of 24 October 2019 and what came of it. They are our own, drawn for you: what they tell of the session was reported, and everybody without a name is made up.',
    'Say of each who stands behind it. Who passes something on has not said it, and who is spoken of does not speak.',
    'Say how it is carried. A quote has the words of the speaker in marks, a paraphrase one point in other words, a summary many subjects and no point. A gloss is the writer’s own.',
    'Say what supports it: E0 somebody says so, E1 an authority intends it, E2 whoever did it counted it, E3 somebody without a hand in it looked, E4 somebody without a hand in it measured and shows how.',
    'At least 29 of your 36 marks have to agree with the key. Where careful readers differ, the key has both answers. You are told how many marks agree in each column.',
  ],
  example: [
    '“The ferry company says that it carried 3,000 guests.” The company speaks, its words are not in marks and make one point: paraphrase. It counted its own guests: E2.',
    '“A student stood on the quay for a week and writes that the ferry was half empty.” The student speaks, in a paraphrase, and looked without having a hand in it: E3. With a count that is published with its method it would be E4.',
    '“The islanders deserve better.” Nobody is named. The writer speaks, so it is gloss, and nothing supports it but the saying: E0.',
  ],
  hints: [
    'Look for the verb of saying first, and then for the one to whom it belongs. A sentence without such a verb and without a name is often the writer’s.',
    'Quotation marks decide for “quote”. Without them ask whether there is a point, which somebody could agree or disagree with, or only a list of subjects.',
    'A figure is not better evidence because it is exact. Ask who counted: the one whose work it is (E2), or somebody else who went and looked (E3), or somebody else who publishes how it was done (E4).',
    'A demand of a leader may be read as an assertion (E0) or as an official aim (E1): both agree with the key. A sentence of the writer is E0.',
    'Every learner has two quotes, two glosses and two summaries; the others are paraphrases. Each level from E1 to E4 is there at least once.',
  ],
  debrief: {
    shows: [
      'A sentence can be given back to its speaker, and it then claims less than it seemed to: not that something is so, but that somebody says so.',
      'The level of evidence belongs to a claim, not to a speaker. One and the same official may set a target, count his own work, and be measured by others.',
      'Readers who mark with care differ in some places. Where they do is worth a talk, for there the report itself is unclear.',
    ],
    doesNotProve: [
      'That a claim is true. A level says how it is supported: what is audited may be wrong, and what somebody merely says may be right.',
      'That the report left nothing out. One can only mark what is written.',
      'That you would agree with the key in every text. These sentences were written to be clear; a real report is not.',
    ],
  },
};
