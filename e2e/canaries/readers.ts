import type { Form } from './calls';
import type { Person, Planted } from './plant';

/** Everybody who asks: people, a key of the API by its scope, and somebody who is not signed in. */
export type Who = Person | `key for ${string}` | 'guest';

const school: Who[] = ['staff', 'admin'];
/** Who may see the studio of the course, its grades and its attempts. */
const ofCourse: Who[] = ['editor', 'grader', 'secondGrader', 'owner', ...school];
const graders: Who[] = ['grader', 'secondGrader', 'owner', ...school];
const ofOther: Who[] = ['otherOwner', ...school];

export type Canary = {
  what: string;
  text: string;
  /** Who reads it, and reads it somewhere: whoever else finds it found a leak, and what they do not find was not asked. */
  readers: Who[];
  /** In which forms it has to have been read by somebody. */
  forms: Form[];
};

const canary = (what: string, text: string, readers: Who[], forms: Form[] = ['page', 'router']): Canary => ({
  what,
  text,
  readers,
  forms,
});

/** The one table of who reads what. */
export const canaries = ({ undrawn, mail }: Planted): Canary[] => [
  canary('what is said of a right answer that nobody gave', 'CANARY_CHECK_RIGHT', ofCourse),
  canary('what is said of an answer, to who gave it', 'CANARY_CHECK_WRONG', ['learnerB', ...ofCourse]),
  canary('a question, while an attempt is under way', 'CANARY_ASKED of', ['learnerA', ...ofCourse]),
  canary('the key of a quiz', 'CANARY_KEY', ofCourse),
  canary('what is said of an answer in a quiz', 'CANARY_SAID when', ofCourse),
  canary('a level of a rubric in a quiz', 'CANARY_LEVEL', ofCourse),
  canary('a written answer that earns everything', 'CANARY_MODEL', ofCourse),
  canary('a question that nobody drew', undrawn, ofCourse),
  canary('what is said of an answer to a question of the bank', 'OF_SET_SAID', ofCourse),
  canary('a question of the bank that no quiz draws', 'NEVER_ASKED', ofCourse),
  canary('a text that is not published', 'CANARY_UNPUBLISHED', ofCourse),
  canary('a lesson that is for later', 'CANARY_HELD', ofCourse),
  canary('a hint that nobody took', 'CANARY_HINT_CHECK', ofCourse),
  canary('a hint of a quiz that nobody took', 'CANARY_HINT_EXAM', ofCourse),
  canary('an answer in an attempt that is not released', 'CANARY_ANSWER_B', ofCourse),
  canary('a written answer in it', 'CANARY_WRITTEN_B', ofCourse),
  canary('what a grader says to that', 'CANARY_MARKED', ofCourse),
  canary('the reason of a grade that is not released', 'CANARY_REASON_A', ofCourse),
  canary('the reason of a grade of another, not released', 'CANARY_REASON_B', ofCourse),
  canary('a grade that is not released', '61.37', ofCourse),
  canary('a grade of another, not released', '73.19', ofCourse),
  canary('a draft of written work', 'CANARY_DRAFT_A', ['learnerA']),
  canary('written work that was handed in', 'CANARY_HANDED_B', ['learnerB', ...graders]),
  canary('a file that was handed in', 'CANARY_FILE_B', ['learnerB', ...graders], ['door']),
  canary('the name of that file', 'CANARY_NAME', ['learnerB', ...graders]),
  canary('written work that two grade', 'CANARY_PAPER_B', ['learnerB', ...graders]),
  canary('what one of two graders says before the other has', 'CANARY_READING', ['grader']),
  canary('a comment on written work that is not released', 'CANARY_COMMENT', graders),
  canary('a comment on words of it that is not released', 'CANARY_SPAN', graders),
  canary('a comment that graders keep to use again', 'CANARY_PHRASE', graders),
  canary('work that its one reviewer has before them', 'CANARY_SHARED_A', [
    'learnerA',
    'learnerB',
    ...graders,
  ]),
  canary('work whose reviewer is done with it', 'CANARY_SHARED_B', ['learnerB', ...graders]),
  canary('what a peer says of work that is not released', 'CANARY_REVIEW', graders),
  canary('what stands in the form of a lab, and was not handed in', 'CANARY_LAB_DRAFT_A', [
    'learnerA',
    ...ofCourse,
  ]),
  canary('what was handed in of a lab', 'CANARY_LAB_B', ofCourse),
  canary('an entry of a claim log that is not handed in', 'CANARY_CLAIM_A', ['learnerA']),
  canary('the key of the way in', 'CANARY_WAY_IN', ['owner', ...school]),
  canary('a question of another course', 'FOREIGN_ASKED', ofOther, ['router']),
  canary('what is said of an answer there', 'FOREIGN_SAID', ofOther, ['router']),
  canary('the bank of another course', 'FOREIGN_BANK', ofOther, ['router']),
  canary('an address of a learner', mail, [
    ...(['learnerB', 'editor', 'owner', ...school] as const),
    ...(['key for people:read', 'key for enrollments:read'] as const),
  ]),
  canary('a mail that the site has sent', 'CANARY_MAIL', ['admin']),
  canary('a stored password', '$argon2', [], []),
];
