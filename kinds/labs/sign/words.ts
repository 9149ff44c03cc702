import type { LabWords } from '../kind';

export const signWords: LabWords = {
  why: 'A fingerprint shows that a text is unchanged, and not whose it is. With a signature you show that you hold a secret key, and nobody learns the key from it. A signature alone does not say when it was made or for whom: the receiver has to ask for that, and to look.',
  steps: [
    'Make a key pair of Ed25519, in the page or with any other tool. The secret key stays with you and is handed in nowhere.',
    'Sign your challenge: the line with its four parts, in UTF-8, with no line break at its end. Hand in the public key and the signature.',
    'See in the table for which lines your signature fits, and what happens when the same line comes a second time.',
    'You are the receiver now. Take the messages in their order and say of each whether you accept it, or why not. Each has one fault at most.',
  ],
  example: [
    'The secret key is 32 bytes of `01`, which nobody should use. Its public key is `8a88e3dd…6f5c`.',
    'The signature of `course.example|learner 7|lab sign|0a1b` begins with `c6352cc4`. That of the same line with the nonce `0a1c` begins with `24184eb4`: for another line there is another signature, and the first one does not fit.',
    'Learner 7 sends the first line twice. Both times the signature fits. The receiver wrote the nonce `0a1b` down the first time, finds it the second time, and refuses.',
  ],
  hints: [
    'The button makes a key and signs for you. In a shell, `openssl genpkey -algorithm ed25519 -out key.pem` makes a key as well.',
    'A line break at the end is part of what is signed. With `printf %s` there is none, and with `echo` there is one.',
    'Begin with the signatures: where one does not fit, something was altered after it was signed. Where it fits, compare the key that came with it with the one that you have for this sender.',
    'Read the domains letter by letter. A signature that was made for another domain fits very well, and is not for you.',
    'Keep a list of nonces while you go down the messages, beginning with those that were used before. Whatever comes a second time is refused, however good its signature is.',
  ],
  debrief: {
    shows: [
      'Whoever signed your challenge held the secret key of this public key. As the nonce was new, they held it after the challenge was made.',
      'A signature fits one text and one key, bit for bit. The receiver alone can see to it that the text is meant for them and comes for the first time: the domain and the nonce are in the text for that.',
      'One signature should have one spelling. We refuse second halves above the order of the group, keys in another spelling, and keys under which a signature fits many texts.',
    ],
    doesNotProve: [
      'Who you are. It shows that somebody holds a key; that the key is yours somebody else has to say, as the list of keys that the receiver has does.',
      'That you wanted what you signed. A key can be stolen, and a person can be deceived about what they sign.',
      'When it was signed, except after the nonce was known. For a time somebody else has to be asked.',
    ],
  },
};
