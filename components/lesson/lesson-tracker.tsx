'use client';

import { useEffect } from 'react';
import { type Lesson, openLesson, seen } from './progress-store';

type Props = {
  lesson: Lesson;
  blocks: string[];
  done: string[];
  /** False for somebody who only looks at a learner's page: what they see does not count as seen. */
  counts: boolean;
};

/** How long a block must be in view to count as seen. */
const dwell = 900;

/**
 * Watches which blocks come into view. A block counts when most of it, or its end, was on the screen
 * for a moment. Shows nothing.
 */
export function LessonTracker({ lesson, blocks, done, counts }: Props) {
  const { course, lesson: id, enrollmentId } = lesson;
  const all = blocks.join(' ');
  const finished = done.join(' ');
  useEffect(() => {
    openLesson({ course, lesson: id, enrollmentId }, all.split(' '), finished.split(' ').filter(Boolean));
    if (!counts) return;
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, intersectionRatio, boundingClientRect, rootBounds } of entries) {
          const endShown = rootBounds !== null && boundingClientRect.bottom <= rootBounds.bottom;
          const inView = isIntersecting && (intersectionRatio >= 0.6 || endShown);
          if (inView && !timers.has(target)) {
            timers.set(
              target,
              setTimeout(() => {
                seen(target.id);
                observer.unobserve(target);
              }, dwell),
            );
          } else if (!inView) {
            clearTimeout(timers.get(target));
            timers.delete(target);
          }
        }
      },
      { threshold: [0, 0.25, 0.6, 0.9, 1] },
    );
    // Of a quiz and of written work it is the whole that counts, and not what stands above it.
    const counted = new Set(all.split(' '));
    for (const element of document.querySelectorAll('[data-rule="viewed"]'))
      if (counted.has(element.id)) observer.observe(element);
    return () => {
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [course, id, enrollmentId, all, finished, counts]);
  return null;
}
