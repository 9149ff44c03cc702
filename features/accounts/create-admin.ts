import * as z from 'zod';
import { recordUser } from '@/db/queries/users';
import { isPlatform } from '@/rules/access';
import { passwordProblem } from '@/rules/accounts/accounts';
import { hashPassword } from '@/server/auth/passwords';
import { InvalidInput, noSubject, operation } from '@/server/operation';
import { emailInput, nameInput, newPasswordInput } from './input';

/**
 * Makes an administrator, for whoever runs the server: how the first one comes to be. An address that
 * has an account is refused, because nobody is promoted without their knowing.
 */
export const createAdmin = operation({
  name: 'create-admin',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ email: emailInput, name: nameInput, password: newPasswordInput }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input: { email, name, password } }) {
    const problem = passwordProblem(password, email);
    if (problem) throw new InvalidInput({ password: problem });
    const passwordHash = await hashPassword(password);
    const userId = await recordUser(db, { email, name, passwordHash, role: 'admin', confirmed: true });
    if (userId === null) throw new InvalidInput({ email: 'This address has an account already.' });
    return { userId };
  },
  audit: ({ output }) => ({ object: `user:${output.userId}` }),
});
