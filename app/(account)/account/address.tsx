import { CheckMail } from '@/components/account/check-mail';
import { Form } from '@/components/ui/form';
import { resendConfirmationAction } from './actions';

/** The address of the account, and the confirmation mail again while it is needed. */
export function Address({
  email,
  confirmed,
  embedded,
}: {
  email: string;
  confirmed: boolean;
  embedded: boolean;
}) {
  return (
    <div className="grid gap-4">
      <p>
        <strong className="block font-semibold break-all">{email}</strong>
        {confirmed ? (
          <span className="text-good">Confirmed</span>
        ) : (
          <span className="text-bad">Not confirmed yet</span>
        )}
      </p>
      {!confirmed && (
        <Form
          action={resendConfirmationAction}
          submitLabel="Send the confirmation mail again"
          pendingLabel="Sending …"
          look="secondary"
          className="grid justify-items-start gap-4"
          done={
            <CheckMail title="The mail is on its way" embedded={embedded}>
              Open the link in it and press the button there.
            </CheckMail>
          }
        />
      )}
    </div>
  );
}
