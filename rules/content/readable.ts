import { type ContentRule, taught } from './course';
import { lessonWords, readingGrade, runningSentences } from './measures';

/** How many words a lesson has. */
const fewestWords = 900;
const mostWords = 1800;
/** Grades of school between which lessons lie: plain enough for adults without background, and no primer. */
const lowestGrade = 3.5;
const highestGrade = 9;

/** A lesson is 900 to 1,900 words long. */
export const isLongEnough: ContentRule = (course) =>
  taught(course).flatMap(({ file, source, lineOf }) => {
    const words = lessonWords(source);
    if (words >= fewestWords && words <= mostWords) return [];
    return [
      {
        file,
        line: lineOf('id'),
        message: `a lesson has ${fewestWords} to ${mostWords} words, and not ${words}`,
      },
    ];
  });

/** A lesson reads neither harder nor simpler than its neighbours. */
export const isReadable: ContentRule = (course) =>
  taught(course).flatMap((lesson) => {
    const grade = readingGrade(runningSentences(lesson));
    if (grade >= lowestGrade && grade <= highestGrade) return [];
    const message = `the reading grade is ${grade.toFixed(1)}, and not between ${lowestGrade} and ${highestGrade}: ${
      grade > highestGrade ? 'shorten sentences and choose plainer words' : 'say more in a sentence'
    }`;
    return [{ file: lesson.file, line: lesson.lineOf('id'), message }];
  });
