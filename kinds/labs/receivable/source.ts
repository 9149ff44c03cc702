/** What the bodies of the three functions to write stand in for, in the starting contract. */
export type Bodies = { split: string; finance: string; repay: string };

const toDo = (...lines: string[]) => lines.map((line) => `        // ${line}`).join('\n');

const starting: Bodies = {
  split: toDo(
    'To do: the holder gives a part of a claim to somebody else, as a claim of its own.',
    'A part is more than nothing and less than the whole. No money comes out of nothing:',
    'what the part has, the claim it was cut from has no more.',
  ),
  finance: toDo(
    'To do: a bank pays the price of the claim, exactly, and becomes its holder.',
    'The holder until then gets the money at once. A claim is financed once.',
  ),
  repay: toDo(
    'To do: the buyer, and nobody else, pays the whole amount to whoever holds the claim now. Once.',
  ),
};

/** The contract that a learner begins with, or with other bodies. */
export function receivableSource(contract: string, discount: number, bodies: Bodies = starting): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Claims on one buyer, for goods that the buyer says were delivered. Ids count from 0.
contract ${contract} {
    struct Claim {
        address holder; // who is to be paid
        uint256 amount; // what the buyer owes
        bool financed; // whether a bank has paid for it
        bool repaid; // whether the buyer has paid
    }

    address public immutable buyer;
    /// What a bank keeps of a claim, in hundredths of a percent.
    uint256 public constant DISCOUNT = ${discount};
    Claim[] private claims;

    event Issued(uint256 indexed id, address indexed holder, uint256 amount);
    event Split(uint256 indexed id, uint256 indexed part, address indexed to, uint256 amount);
    event Financed(uint256 indexed id, address indexed bank, uint256 price);
    event Repaid(uint256 indexed id, address indexed to, uint256 amount);

    constructor(address buyer_) {
        buyer = buyer_;
    }

    function issue(address holder, uint256 amount) external returns (uint256 id) {
        require(msg.sender == buyer, "only the buyer issues");
        require(amount > 0, "nothing is owed");
        id = claims.length;
        claims.push(Claim(holder, amount, false, false));
        emit Issued(id, holder, amount);
    }

    function split(uint256 id, address to, uint256 amount) external returns (uint256 part) {
${bodies.split}
    }

    function finance(uint256 id) external payable {
${bodies.finance}
    }

    function repay(uint256 id) external payable {
${bodies.repay}
    }

    /// The amount less the discount, rounded down.
    function priceOf(uint256 id) public view returns (uint256) {
        return (claims[id].amount * (10000 - DISCOUNT)) / 10000;
    }

    function holderOf(uint256 id) external view returns (address) {
        return claims[id].holder;
    }

    function amountOf(uint256 id) external view returns (uint256) {
        return claims[id].amount;
    }
}
`;
}
