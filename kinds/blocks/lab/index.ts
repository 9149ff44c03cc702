import { labs } from '@/kinds/labs/registry';
import { type BlockKind, chooseAttribute } from '../kind';

/** A lab, by its name: what is asked for and how it is verified is in `kinds/labs`. Its text stands above the task. */
export const labBlock: BlockKind = {
  name: 'lab',
  completesBy: 'passed',
  compile(node, context) {
    const name = chooseAttribute(node, 'name', [...labs.keys()], context);
    const lab = name === null ? undefined : labs.get(name);
    if (!lab) return null;
    const { version, title } = lab;
    const html = node.children.length > 0 ? context.render(node.children) : '';
    return { label: `Lab: ${title}`, html, lab: { name: lab.name, version } };
  },
};
