import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, path, text } from './svg';

const name = 'credential-triangle';

/** Who signs, who shows and who checks, with one of three lines disclosed. */
export const credentialTriangle: Figure = figure(
  name,
  'Issuer, holder and verifier',
  'Three boxes. On top the issuer, a university, which signs the digests of three lines. An arrow leads down to ' +
    'the holder, Lin Yue, who keeps the three lines name, degree and born, each with its salt. From the holder ' +
    'an arrow leads down to the verifier, an employer, with one line, degree: yes, the list of three digests and ' +
    'the signature; name and born arrive as digests only and are drawn as closed bars. A dashed line on the left ' +
    'leads from the issuer to the verifier: the verifier knows the issuer’s public key from a registry, and ' +
    'asks the issuer nothing about this person.',
  512,
  [
    markers(name, ['ink', 'accent']),
    box(136, 10, 288, 58, [[{ t: 'Issuer', bold: true }, { t: ', a university' }], 'signs three digests'], {
      fill: 'accent-soft',
      stroke: 'accent',
      width: 1.5,
    }),
    arrow(name, 'M280 68V120', { stroke: 'ink', width: 1.5 }),
    text(294, 100, 'once', { fill: 'ink-soft' }),
    box(136, 122, 288, 124, []),
    text(280, 146, [{ t: 'Holder', bold: true }, { t: ', Lin Yue' }], { anchor: 'middle' }),
    lines(156, 174, ['salt  name    Lin Yue', 'salt  degree  yes', 'salt  born    1999-04-12'], {
      font: 'mono',
      size: 14,
      leading: 26,
    }),
    arrow(name, 'M280 246V298', { stroke: 'ink', width: 1.5 }),
    text(294, 278, 'shows one line', { fill: 'ink-soft' }),
    box(136, 300, 288, 148, [], { stroke: 'ink', width: 1.5 }),
    text(280, 324, [{ t: 'Verifier', bold: true }, { t: ', an employer' }], { anchor: 'middle' }),
    box(154, 338, 252, 26, [], { fill: 'rule', stroke: 'rule' }),
    text(164, 356, 'digest 2b7f…', { font: 'mono', size: 13.5, fill: 'ink-soft' }),
    box(154, 370, 252, 30, [], { fill: 'good-soft', stroke: 'good', width: 1.5 }),
    text(164, 390, 'salt  degree  yes', { font: 'mono', size: 14 }),
    box(154, 406, 252, 26, [], { fill: 'rule', stroke: 'rule' }),
    text(164, 424, 'digest 3f19…', { font: 'mono', size: 13.5, fill: 'ink-soft' }),
    path('M136 39H84V372', { stroke: 'accent', dash: '4 5', width: 1.5 }),
    arrow(name, 'M84 372H134', { stroke: 'accent', width: 1.5 }),
    lines(76, 176, ['key, from', 'a registry'], { size: 13, fill: 'ink-soft', leading: 17, anchor: 'end' }),
    text(16, 484, 'The issuer is not asked, and does not learn who checks.', { fill: 'ink-soft' }),
  ],
);
