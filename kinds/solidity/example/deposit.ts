/** A small contract to call in a page, before one of one's own is written. */
export const depositSource = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Anybody puts money in; only the keeper takes it out.
contract Deposit {
    address public immutable keeper;
    uint256 public held;

    event PutIn(address indexed by, uint256 amount);
    event TakenOut(uint256 amount);

    constructor() {
        keeper = msg.sender;
    }

    function putIn() external payable {
        require(msg.value > 0, "nothing was sent");
        held += msg.value;
        emit PutIn(msg.sender, msg.value);
    }

    function takeOut(uint256 amount) external {
        require(msg.sender == keeper, "only the keeper takes out");
        require(amount <= held, "there is not that much");
        held -= amount;
        (bool taken, ) = msg.sender.call{value: amount}("");
        require(taken, "the money was not taken");
        emit TakenOut(amount);
    }
}
`;
