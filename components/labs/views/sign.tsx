'use client';

import { useMemo } from 'react';
import { signCheck } from '@/kinds/labs/sign/check';
import { lineOf } from '@/kinds/labs/sign/statement';
import type { SignTask } from '@/kinds/labs/sign/task';
import { Fits } from '../sign/fits';
import { KeyTool, OwnTool } from '../sign/key-tool';
import { Book, Received } from '../sign/received';
import type { LabDrawing, LabView } from '../view';
import { SignedParts } from '../visuals/signed-parts';

/** The challenge with a tool that signs it, what the signature is good for, and messages to judge. */
function Drawing({ task, values, set }: LabDrawing<SignTask>) {
  const { challenge } = task;
  const line = lineOf(challenge);
  // Signatures take milliseconds each: they are looked at once, and not at every keystroke.
  const received = useMemo(() => <Received messages={task.messages} />, [task.messages]);
  return (
    <>
      <h4>Your challenge</h4>
      <SignedParts
        label="The four parts of your challenge"
        parts={[
          { label: 'Domain', value: challenge.domain },
          { label: 'Who', value: challenge.who },
          { label: 'What for', value: challenge.what },
          { label: 'Nonce', value: challenge.nonce },
        ]}
      />
      <p>As the line that is signed:</p>
      <blockquote className="lab-text">
        <code>{line}</code>
      </blockquote>
      {set && <KeyTool line={line} set={set} />}
      {set && <OwnTool line={line} />}
      <h4>What your signature fits</h4>
      <Fits challenge={challenge} values={values} />
      <h4>What you have as a receiver</h4>
      <Book task={task} />
      <h4>Messages that came in</h4>
      {received}
    </>
  );
}

export const view: LabView<SignTask> = { check: signCheck, Drawing };
