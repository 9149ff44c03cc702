/** What an escrow is called, and its functions: another for each learner. */
export type EscrowNames = { contract: string; takeBack: string; release: string; changeWorker: string };

/** What can be wrong with it. */
export const bugs = ['reentrancy', 'access', 'unchecked'] as const;
export type Bug = (typeof bugs)[number];

const right = {
  takeBack: `        gifts[msg.sender] = 0;
        (bool taken, ) = msg.sender.call{value: amount}("");
        require(taken, "the donor does not take it");`,
  release: `        (bool taken, ) = worker.call{value: amounts[step]}("");
        require(taken, "the worker does not take it");`,
  changeWorker: `        require(msg.sender == keepers[0], "only the keeper of the donors");
`,
};

const wrong: Record<Bug, Partial<typeof right>> = {
  reentrancy: {
    takeBack: `        (bool taken, ) = msg.sender.call{value: amount}("");
        require(taken, "the donor does not take it");
        gifts[msg.sender] = 0;`,
  },
  access: { changeWorker: '' },
  unchecked: { release: '        worker.send(amounts[step]);' },
};

/** The escrow, with one of the bugs or none. */
export function escrowSource(
  { contract, takeBack, release, changeWorker }: EscrowNames,
  bug: Bug | null,
): string {
  const parts = { ...right, ...(bug && wrong[bug]) };
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Gifts for a building that is paid for in steps. Two of three keepers release a step.
contract ${contract} {
    address[3] public keepers; // of the donors, of the charity, and the auditor
    address payable public worker; // who builds, and is paid
    uint256[] private amounts; // what each step costs
    uint256 public paid; // what workers were paid in all

    mapping(address => uint256) public gifts;
    mapping(uint256 => uint256) public approvals;
    mapping(uint256 => mapping(address => bool)) public approvedBy;
    mapping(uint256 => bool) public released;

    event Given(address indexed donor, uint256 amount);
    event TakenBack(address indexed donor, uint256 amount);
    event Approved(uint256 indexed step, address indexed keeper);
    event Released(uint256 indexed step, uint256 amount);

    constructor(address[3] memory keepers_, address payable worker_, uint256[] memory amounts_) {
        keepers = keepers_;
        worker = worker_;
        amounts = amounts_;
    }

    function give() external payable {
        require(msg.value > 0, "nothing is given");
        gifts[msg.sender] += msg.value;
        emit Given(msg.sender, msg.value);
    }

    /// A donor takes back what they gave, as long as nobody was paid.
    function ${takeBack}() external {
        uint256 amount = gifts[msg.sender];
        require(paid == 0, "the building has begun");
        require(amount > 0, "nothing was given");
${parts.takeBack}
        emit TakenBack(msg.sender, amount);
    }

    /// A keeper approves a step, once.
    function approve(uint256 step) external {
        require(
            msg.sender == keepers[0] || msg.sender == keepers[1] || msg.sender == keepers[2],
            "only a keeper"
        );
        require(step < amounts.length, "no such step");
        require(!approvedBy[step][msg.sender], "approved already");
        approvedBy[step][msg.sender] = true;
        approvals[step] += 1;
        emit Approved(step, msg.sender);
    }

    /// Pays the worker for a step that two keepers have approved. Whoever likes may call it.
    function ${release}(uint256 step) external {
        require(approvals[step] >= 2, "two keepers have to approve");
        require(!released[step], "released already");
        released[step] = true;
        paid += amounts[step];
${parts.release}
        emit Released(step, amounts[step]);
    }

    /// The keeper of the donors names another worker, for the steps that are left.
    function ${changeWorker}(address payable worker_) external {
${parts.changeWorker}        worker = worker_;
    }
}
`;
}

/** The contract of an attacker, with what it does when it is called and when money comes in. */
export function attackSource(
  names: EscrowNames,
  name: string,
  run: string,
  receive: string,
  more = '',
): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import "./Escrow.sol";

/// Knows the escrow as ${names.contract}(escrow), and calls it like this: ${names.contract}(escrow).give{value: 1}();
contract ${name} {
${more}    function run(address escrow) external payable {
${run}
    }

    receive() external payable {
${receive}
    }
}
`;
}
